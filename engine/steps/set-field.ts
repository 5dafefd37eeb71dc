// Step: change fields, one after the other.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { stepType, type StepScope, type Write } from '@bellwire/model/step-type.ts';
import { compileFormula } from '../language/formula.ts';
import { DURATION_UNITS } from '../language/duration.ts';
import { languageScope } from '../scope.ts';
import { fieldValue, withField } from './field-value.ts';
import { brief, savedEntries, savedText } from './saved.ts';
import { findOperation, operations } from './set-field/operations.ts';
import { setFieldExamples } from './set-field/examples.ts';
import type { Asked } from './set-field/operation.ts';

/** Shown for those operations that ask for it. */
const askedBy = (asked: Asked) => ({
  setting: 'operation',
  is: operations.filter(({ asks }) => asks.includes(asked)).map(({ name }) => name),
});

export const setField = stepType({
  name: 'set-field',
  label: 'Set field',
  about: 'Changes fields: sets, clears, counts, works on text and dates.',
  icon: 'pencil-line',
  group: 'data',
  sides: ['bot', 'app'],
  settings: {
    changes: {
      kind: 'list',
      label: 'Changes',
      about:
        'From top to bottom. Places hold what was there before the step; formulas see the changes above them.',
      itemLabel: 'change',
      required: true,
      max: 50,
      item: {
        field: { kind: 'reference', to: 'field', label: 'Field', required: true },
        operation: {
          kind: 'choice',
          label: 'Do',
          options: operations.map(({ name, label }) => ({ value: name, label })),
          required: true,
          default: 'set',
        },
        find: { kind: 'text', label: 'Text to look for', default: '', when: askedBy('find') },
        value: { kind: 'value', label: 'Value', when: askedBy('value') },
        formula: {
          kind: 'text',
          label: 'Formula',
          syntax: 'formula',
          placeholder: 'round({{user.total}} * 1.19, 2)',
          required: true,
          when: askedBy('formula'),
        },
        unit: {
          kind: 'choice',
          label: 'Unit',
          options: DURATION_UNITS.map((unit) => ({ value: unit, label: unit })),
          required: true,
          default: 'days',
          when: askedBy('unit'),
        },
      },
    },
  },
  exits: [{ name: 'next', label: 'Then' }],
  summary: (saved) => {
    const [first, ...others] = savedEntries(saved, 'changes');
    if (first === undefined) return 'Add a change';
    return `${inWords(first)}${others.length > 0 ? `, +${others.length}` : ''}`;
  },
  check: ({ changes }) =>
    changes.flatMap(({ formula }, index) => {
      const compiled = formula === undefined ? undefined : compileFormula(formula);
      return compiled?.ok === false
        ? compiled.problems.map(({ says }) => ({
            path: ['changes', index, 'formula'],
            says: `The formula cannot be read: ${says}.`,
          }))
        : [];
    }),
  run: ({ changes }, scope) => {
    const set: Write[] = [];
    const says: string[] = [];
    let data = scope.data;
    for (const change of changes) {
      const changed = changeField(change, data, scope);
      if (changed.ok) {
        set.push({ to: change.field, value: changed.value });
        data = withField(data, change.field, changed.value);
      } else says.push(`${change.field} was left as it was: ${changed.says}.`);
    }
    return { is: 'go', exit: 'next', set, ...(says.length > 0 ? { says: says.join(' ') } : {}) };
  },
  examples: setFieldExamples,
});

interface Change {
  readonly field: string;
  readonly operation: string;
  readonly value?: Json | undefined;
  readonly formula?: string | undefined;
  readonly find?: string | undefined;
  readonly unit?: string | undefined;
}

function changeField(change: Change, data: JsonObject, scope: StepScope) {
  const { field, operation, value = null, formula = '', find = '', unit = '' } = change;
  const found = findOperation(operation);
  if (found === undefined) return { ok: false, says: `there is no operation "${operation}"` } as const;
  const language = { ...languageScope(scope), data };
  return found.run({ current: fieldValue(data, field), value, formula, find, unit, scope: language });
}

/** @example inWords({ field: 'user.status', operation: 'set', value: 'paid' }) // 'user.status = paid' */
function inWords(change: JsonObject): string {
  const operation = findOperation(savedText(change, 'operation') || 'set');
  const how = operation?.name === 'set' ? '=' : (operation?.label ?? '').toLowerCase();
  const details = (operation?.asks ?? []).map((asked) => savedText(change, asked));
  return brief([savedText(change, 'field') || 'A field', how, ...details].join(' '));
}
