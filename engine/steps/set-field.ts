// Step: change fields, one after the other.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { stepType, type Write } from '@bellwire/model/step-type.ts';
import { compileFormula } from '../language/formula.ts';
import { DURATION_UNITS } from '../language/duration.ts';
import type { Scope } from '../language/scope.ts';
import { languageScope } from '../scope.ts';
import { isZone } from '../language/zone.ts';
import { fieldValue, withField } from './field-value.ts';
import { brief, savedEntries, savedText } from './saved.ts';
import { unknownZone } from './set-field/date-operations.ts';
import { findOperation, operations } from './set-field/operations.ts';
import { setFieldExamples } from './set-field/examples.ts';
import type { Asked, Result } from './set-field/operation.ts';

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
        from: {
          kind: 'number',
          label: 'From',
          about: 'Characters are counted from 0.',
          default: 0,
          when: askedBy('from'),
        },
        to: {
          kind: 'number',
          label: 'Up to',
          about:
            'For characters, the first that is left out. Empty: to the end; for a random number, to 100.',
          when: askedBy('to'),
        },
        pattern: {
          kind: 'text',
          label: 'Pattern',
          about: 'A date like dd.MM.yyyy HH:mm; random text like XX-####, where X, x and # stand for any.',
          required: true,
          maxLength: 200,
          when: askedBy('pattern'),
        },
        zone: {
          kind: 'text',
          label: 'Time zone',
          placeholder: "Europe/Berlin; empty: the contact's",
          default: '',
          maxLength: 60,
          when: askedBy('zone'),
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
    changes.flatMap(({ formula, zone = '' }, index) => {
      const compiled = formula === undefined ? undefined : compileFormula(formula);
      const formulas = compiled?.ok === false ? compiled.problems : [];
      const isFilled = zone === '' || zone.includes('{{') || isZone(zone);
      return [
        ...formulas.map(({ says }) => ({
          path: ['changes', index, 'formula'],
          says: `The formula cannot be read: ${says}.`,
        })),
        ...(isFilled ? [] : [{ path: ['changes', index, 'zone'], says: `There is ${unknownZone(zone)}.` }]),
      ];
    }),
  run: ({ changes }, scope) => {
    const set: Write[] = [];
    const says: string[] = [];
    // One for all the changes: each takes another chance.
    const language = languageScope(scope);
    let data = scope.data;
    for (const change of changes) {
      const changed = changeField(change, { ...language, data });
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
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly unit?: string | undefined;
  readonly pattern?: string | undefined;
  readonly zone?: string | undefined;
}

function changeField(change: Change, scope: Scope): Result {
  const { field, operation, value = null, to, ...asked } = change;
  const { formula = '', find = '', from = 0, unit = '', pattern = '', zone = '' } = asked;
  const found = findOperation(operation);
  if (found === undefined) return { ok: false, says: `there is no operation "${operation}"` };
  const current = fieldValue(scope.data, field);
  return found.run({ current, value, formula, find, from, to, unit, pattern, zone, scope });
}

/** @example inWords({ field: 'user.status', operation: 'set', value: 'paid' }) // 'user.status = paid' */
function inWords(change: JsonObject): string {
  const operation = findOperation(savedText(change, 'operation') || 'set');
  const how = operation?.name === 'set' ? '=' : (operation?.label ?? '').toLowerCase();
  const details = (operation?.asks ?? []).map((asked) => savedText(change, asked));
  return brief([savedText(change, 'field') || 'A field', how, ...details].join(' '));
}
