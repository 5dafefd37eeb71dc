// Runs every example of every operator as a condition, and what holds for all of them.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Clause } from '@bellwire/model/condition.ts';
import type { Json } from '@bellwire/model/json.ts';
import { valueTypes } from '@bellwire/model/value-type.ts';
import { checkCondition, conditionReferences, evaluateCondition } from './condition.ts';
import { operators, operatorsFor } from './operators.ts';
import type { Scope } from './scope.ts';

for (const { name, examples } of operators) {
  describe(`the operator ${name}`, () => {
    ok(examples.length > 0, 'has an example');
    for (const { left, right = null, holds } of examples) {
      test(`of ${JSON.stringify(left)} and ${JSON.stringify(right)} is ${holds}`, () => {
        const clause: Clause = { field: 'left', operator: name, value: '{{right}}' };
        equal(evaluateCondition({ match: 'all', clauses: [clause] }, within({ left, right })).holds, holds);
      });
    }
  });
}

describe('the list of operators', () => {
  test('has no name twice', () => {
    equal(new Set(operators.map(({ name }) => name)).size, operators.length);
  });

  test('has no label twice for one type, and some for each', () => {
    for (const type of [...valueTypes, 'tags'] as const) {
      const labels = operatorsFor(type).map(({ label }) => label);
      ok(labels.length > 1, type);
      equal(new Set(labels).size, labels.length, type);
    }
  });

  test('holds for an empty field only where that is meant', () => {
    const forEmpty = operators.filter(({ name }) => decide([{ field: 'gone', operator: name, value: '12' }]));
    deepEqual(
      forEmpty.map(({ name }) => name),
      [
        'is_not',
        'not_contains',
        'not_equals',
        'is_false',
        'count_not_equals',
        'count_less',
        'count_at_most',
        'tag_not_in',
        'is_empty',
      ],
    );
  });
});

const yes: Clause = { field: 'age', operator: 'greater', value: 18 };
const no: Clause = { field: 'name', operator: 'is', value: 'Bob' };

describe('a condition', () => {
  test('with "all" holds when every clause holds, with "any" when one does', () => {
    equal(decide([yes, no], 'all'), false);
    equal(decide([yes, no], 'any'), true);
    equal(decide([yes, yes], 'all'), true);
    equal(decide([no, no], 'any'), false);
  });

  test('without clauses holds', () => {
    equal(decide([], 'all'), true);
    equal(decide([], 'any'), true);
  });

  test('tells what each clause saw, decided or not', () => {
    const { clauses } = evaluateCondition({ match: 'any', clauses: [yes, no] }, within(data));
    deepEqual(clauses, [
      { field: 'age', operator: 'greater', left: 41, right: 18, holds: true },
      { field: 'name', operator: 'is', left: 'Ann', right: 'Bob', holds: false },
    ]);
  });

  test('looks its values up, with functions and JSONPath too', () => {
    equal(decide([{ field: 'age', operator: 'equals', value: '{{limits.age}}' }]), true);
    equal(decide([{ field: 'limits:$.list | size', operator: 'equals', value: 2 }]), true);
    equal(decide([{ field: '{{name | upper}}', operator: 'is', value: 'ann' }]), true);
  });
});

describe('a condition at work', () => {
  test('never reads data as template', () => {
    const evil = { name: '{{secret}}', secret: 'x' };
    equal(
      evaluateCondition(
        { match: 'all', clauses: [{ field: 'name', operator: 'is', value: '{{name}}' }] },
        within(evil),
      ).holds,
      true,
    );
    equal(
      evaluateCondition(
        { match: 'all', clauses: [{ field: 'name', operator: 'is', value: 'x' }] },
        within(evil),
      ).holds,
      false,
    );
  });

  test('says why a clause cannot be compared, and does not hold', () => {
    const clauses: Clause[] = [
      { field: 'name', operator: 'greater', value: 1 },
      { field: 'age', operator: 'greater', value: '{{name}}' },
      { field: 'age', operator: 'greater' },
      { field: 'age', operator: 'bigger', value: 1 },
      { field: 'age.', operator: 'greater', value: 1 },
    ];
    const { holds, clauses: facts } = evaluateCondition({ match: 'any', clauses }, within(data));
    equal(holds, false);
    match(facts[0]?.says ?? '', /"name" must be a number like 12\.5, but is "Ann"/);
    match(facts[1]?.says ?? '', /the value must be a number like 12\.5, but is "Ann"/);
    match(facts[2]?.says ?? '', /no value to compare with/);
    match(facts[3]?.says ?? '', /no operator "bigger"/);
    match(facts[4]?.says ?? '', /"age\." is no field/);
  });
});

describe('a condition in the editor', () => {
  test('is checked when it is saved, each problem beside its place', () => {
    const clauses: Clause[] = [
      { field: 'age |', operator: 'greater', value: 1 },
      { field: 'age', operator: 'bigger', value: 1 },
      { field: 'at', operator: 'time_after', value: '25:00' },
      { field: 'at', operator: 'is' },
      { field: 'at', operator: 'is_empty' },
      { field: 'at', operator: 'after', value: '{{then}}' },
    ];
    const complaints = checkCondition({ match: 'all', clauses });
    deepEqual(
      complaints.map(({ path }) => path.join('.')),
      ['clauses.0.field', 'clauses.1.operator', 'clauses.2.value', 'clauses.3.value'],
    );
    match(complaints[2]?.says ?? '', /must be a time like 18:05, but is "25:00"/);
  });

  test('names the paths it reads', () => {
    const clauses: Clause[] = [
      { field: 'user.age', operator: 'equals', value: '{{limits.age}} {{user.age}}' },
    ];
    deepEqual(conditionReferences({ match: 'all', clauses }), ['user.age', 'limits.age']);
  });
});

const data = { name: 'Ann', age: 41, limits: { age: '41', list: [1, 2] } };

function decide(clauses: Clause[], how: 'all' | 'any' = 'all'): boolean {
  return evaluateCondition({ match: how, clauses }, within(data)).holds;
}

function within(values: { [name: string]: Json }): Scope {
  return {
    data: values,
    now: '2026-03-01T12:00:00.000Z',
    zone: 'Europe/Berlin',
    locale: 'en',
    random: () => 0.5,
  };
}
