// What formulas give, where they fail and what they refuse.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseJson } from '@bellwire/model/json.ts';
import type { Json } from '@bellwire/model/json.ts';
import * as fc from 'fast-check';
import { compileFormula, evaluate } from './formula.ts';
import type { Evaluated, EvaluateOptions } from './formula.ts';
import { functions } from './functions.ts';
import type { Scope } from './scope.ts';
import { startTurn } from './turn.ts';

const VALUES: [string, Json][] = [
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['2 ^ 3 ^ 2', 512],
  ['-2 ^ 2', -4],
  ['2 ^ -1', 0.5],
  ['10 - 4 - 3', 3],
  ['7 % 4 / 2', 1.5],
  ['.5 + 1e2', 100.5],
  ['0.1 + 0.2', 0.3],
  ['9007199254740991 - 1', 9007199254740990],
  ['order.total * 1.19', 14.875],
  ['order["unit price"] - age', -38],
  ['{{order["pay-link"]}} + "!"', 'p!'],
  ['{{order:$.items[*].price | sum}} / 5', 5],
  ['price + 1', 6],
  ['"5" + "3"', 8],
  ['"a" + 5 + null', 'a5'],
  ['"" + " " + name', ' Ann'],
  ['gone + 1', 1],
  ['age >= 18 and name = "ann"', true],
  ['age < 18 or not (name != "Ann")', true],
  ['not age > 50 && !false', true],
  ['1 < 2 = true', true],
  ['gone < 5', false],
  ['gone = ""', true],
  ['"2026-01-31T10:00:00+02:00" = "2026-01-31 08:00:00"', true],
  ['"10" > "9"', true],
  ['5 ≠ 5 || 5 ≤ 5', true],
  ['if(age > 40, "old", 1 / 0)', 'old'],
  ['IF(age > 50, "old")', null],
  ['false and 1 / 0 > 1', false],
  ['round(pi, 2) + floor(e)', 5.14],
  ['concat(upper(name), "-", length(name))', 'ANN-3'],
  ['date_diff(now(), "2026-03-31", "days")', 29],
  ['android', 'yes'],
  ['evil', '1 + 1 {{age}}'],
  ['evil + ""', '1 + 1 {{age}}'],
  ['constructor', null],
  ['order.__proto__.x', null],
  ['name.length', null],
];

const FAILING: [string, number, RegExp][] = [
  ['1 + 2 / (age - age)', 6, /division by zero/],
  ['2 * name', 2, /"Ann" is not a number/],
  ['-name', 0, /"Ann" is not a number/],
  ['1 + sqrt(-1)', 4, /sqrt: there is no such number/],
  ['9 ^ 9 ^ 9', 2, /too large/],
  ['1 + round(name)', 4, /round: "value" must be a number/],
];

const REFUSED: [string, number, RegExp][] = [
  ['', 0, /number, a "text", a field or a function is expected/],
  ['1 +', 3, /is expected here/],
  ['1 2', 2, /operator is expected, but there is "2"/],
  ['(1', 2, /\) is expected/],
  ['circle(1)', 0, /no function "circle"/],
  ['round()', 0, /round takes \(value, digits\?\), but got 0/],
  ['if(1)', 0, /if takes/],
  ['{{age', 0, /no closing }}/],
  ['"abc', 0, /no closing "/],
  ['1 $ 2', 2, /"\$"/],
];

describe('a formula', () => {
  for (const [text, gives] of VALUES) {
    test(`${text} gives ${JSON.stringify(gives)}`, () => deepEqual(run(text), { ok: true, value: gives }));
  }

  for (const [text, at, words] of FAILING) {
    test(`${text} fails at ${at} and says why`, () => {
      const evaluated = run(text);
      ok(!evaluated.ok);
      equal(evaluated.problem.at, at);
      match(evaluated.problem.says, words);
    });
  }

  for (const [text, at, words] of REFUSED) {
    test(`${JSON.stringify(text)} is refused with its place`, () => {
      const compiled = compileFormula(text);
      ok(!compiled.ok);
      equal(compiled.problems[0]?.at, at);
      match(compiled.problems[0]?.says ?? '', words);
    });
  }

  test('names the paths it reads once each', () => {
    const compiled = compileFormula('if(a.b > 1, {{c | default: d}}, a.b) + pi');
    deepEqual(compiled.ok && compiled.formula.references, ['a.b', 'c', 'd']);
  });

  test('notes fields without a value', () => {
    const notes: string[] = [];
    run('gone + age + default(away, 1)', { notes });
    deepEqual(notes, ['"gone" has no value', '"away" has no value']);
  });
});

describe('the limits of formulas', () => {
  test('stop a formula that takes too many steps', () => {
    const evaluated = run('1 + 1 + 1 + 1', { steps: 6 });
    match(evaluated.ok ? '' : evaluated.problem.says, /too many steps/);
    deepEqual(run('1 + 1 + 1 + 1', { steps: 7 }), { ok: true, value: 4 });
  });

  test('make long texts cost more than short ones', () => {
    const evaluated = run(`length(${Array.from({ length: 60 }, () => 'big').join(' + ')})`, { steps: 400 });
    match(evaluated.ok ? '' : evaluated.problem.says, /too many steps/);
  });

  test('refuse bombs of depth, length and text', () => {
    const bombs = [
      '('.repeat(5_000),
      '-'.repeat(5_000),
      '1^'.repeat(2_000),
      'not '.repeat(2_000),
      'if(1,'.repeat(1_000),
    ];
    bombs.push(`1${'+1'.repeat(4_000)}`, '1'.repeat(20_000), 'abs('.repeat(2_000));
    for (const bomb of bombs) equal(compileFormula(bomb).ok, false, bomb.slice(0, 10));
    equal(run('replace(big, "x", big)').ok, false);
    equal(run(Array.from({ length: 10 }, () => 'big').join(' + ')).ok, false);
  });
});

describe('any formula and any value', () => {
  test('give an answer or a problem, never a throw', () => {
    const words = ['1', '"a"', 'age', 'gone', '(', ')', ',', '{{', '}}', 'if(', '[', ']', '.', '"', ' '];
    const signs = ['+', '-', '*', '/', '%', '^', '=', '<', '>=', '!=', ' and ', ' or ', ' not ', '!'];
    const calls = functions.map(({ declaration }) => `${declaration.name}(`);
    const piece = fc.oneof(fc.constantFrom(...words, ...signs, ...calls), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const compiled = compileFormula(pieces.join(''));
        if (compiled.ok) evaluate(compiled.formula, scope);
      }),
      { numRuns: 5_000 },
    );
  });

  test('are taken by every function', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.integer(),
      fc.constantFrom('2026-01-31', 'Europe/Berlin', 'days', '', '-1'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...functions),
        fc.array(value, { maxLength: 4 }),
        ({ call, declaration, fewest, most }, given) => {
          if (given.length < fewest || given.length > most) return;
          const answer = call(jsonValues(given), startTurn(scope));
          ok(!answer.ok || JSON.stringify(answer.value) !== undefined, declaration.name);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

const scope: Scope = {
  data: {
    name: 'Ann',
    age: 41,
    price: '5',
    android: 'yes',
    evil: '1 + 1 {{age}}',
    big: 'x'.repeat(100_000),
    order: { total: 12.5, 'unit price': 3, 'pay-link': 'p', items: [{ price: 5 }, { price: 20 }] },
  },
  now: '2026-03-01T12:00:00.000Z',
  zone: 'UTC',
  locale: 'en',
  random: () => 0.5,
};

function run(text: string, options?: EvaluateOptions): Evaluated {
  const compiled = compileFormula(text);
  ok(compiled.ok, JSON.stringify(compiled));
  return evaluate(compiled.formula, scope, options);
}

/** fast-check types its JSON values more loosely than they are. */
function jsonValues(values: unknown[]): Json[] {
  const parsed = parseJson(JSON.stringify(values));
  return parsed.ok && Array.isArray(parsed.value) ? parsed.value : [];
}
