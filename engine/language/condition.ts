// Conditions: decides a list of clauses over the scope's data, and keeps what each clause saw for the decision trace.
import type { Clause, Condition } from '@bellwire/model/condition.ts';
import type { Json } from '@bellwire/model/json.ts';
import { ownValue } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { asText } from './as-text.ts';
import { compileOnce, fillIn, referencesIn } from './fill.ts';
import { MOST_SHORT } from './function.ts';
import type { Asks, Operator } from './operator.ts';
import { findOperator } from './operators.ts';
import type { Scope } from './scope.ts';
import { renderIn } from './template.ts';
import type { Turn } from './turn.ts';
import { costOf, pay, startTurn } from './turn.ts';
import type { Coerced } from './value.ts';
import { coerce, isEmpty, quote } from './value.ts';

/** What one clause saw. */
export type ClauseFacts = {
  readonly field: string;
  readonly operator: string;
  readonly left: Json;
  readonly right: Json;
  readonly holds: boolean;
  /** Why it could not be compared; such a clause does not hold. */
  readonly says?: string;
};

export type Decision = { readonly holds: boolean; readonly clauses: readonly ClauseFacts[] };

/**
 * Decides a condition as it was saved: its fields and values are looked up here and nowhere before, so that data is
 * never read as template. Every clause is looked at, also when an earlier one has decided. No clauses: it holds.
 *
 * @throws LimitError as `render` does.
 */
export function evaluateCondition({ match, clauses }: Condition, scope: Scope): Decision {
  const turn = startTurn(scope);
  const facts = clauses.map((clause) => look(clause, turn));
  const holds = match === 'all' || facts.length === 0 ? facts.every(isHeld) : facts.some(isHeld);
  return { holds, clauses: facts };
}

/** What is wrong with a condition, told when it is saved. */
export function checkCondition({ clauses }: Condition): Complaint[] {
  return clauses.flatMap(({ field, operator, value }, index) => {
    const complaints: Complaint[] = [];
    const compiled = compileOnce(fieldTemplate(field));
    for (const { says } of compiled.ok ? [] : compiled.problems) {
      complaints.push({ path: ['clauses', index, 'field'], says: `"${field}" is no field: ${says}.` });
    }
    const found = findOperator(operator);
    const asked = found ? checkValue(found, value ?? null) : undefined;
    if (!found) complaints.push({ path: ['clauses', index, 'operator'], says: unknownOperator(operator) });
    if (asked) complaints.push({ path: ['clauses', index, 'value'], says: asked });
    return complaints;
  });
}

/** The paths that a condition reads, without repeats. */
export function conditionReferences({ clauses }: Condition): string[] {
  return referencesIn(clauses.flatMap(({ field, value }) => [fieldTemplate(field), value ?? null]));
}

function look(clause: Clause, turn: Turn): ClauseFacts {
  const { field, operator } = clause;
  const compiled = compileOnce(fieldTemplate(field));
  const left = compiled.ok ? renderIn(compiled.template, turn) : null;
  const right = fillIn(clause.value ?? null, turn);
  pay(turn, 1 + costOf(left));
  const found = findOperator(operator);
  const unread = (says: string): ClauseFacts => ({ field, operator, left, right, holds: false, says });
  if (!compiled.ok) return unread(`"${field}" is no field: ${compiled.problems[0]?.says ?? ''}`);
  if (!found) return unread(unknownOperator(operator));
  const readLeft: Coerced = found.reads === 'raw' ? { ok: true, value: left } : coerce(left, found.reads);
  if (!readLeft.ok) return unread(`"${field}" ${readLeft.says}`);
  const readRight = READERS[found.asks](right);
  if (!readRight.ok) return unread(`the value ${readRight.says}`);
  if (readRight.value === null && found.asks !== 'nothing')
    return unread('there is no value to compare with');
  return { field, operator, left, right, holds: found.holds(readLeft.value, readRight.value, turn.scope) };
}

function isHeld({ holds }: ClauseFacts): boolean {
  return holds;
}

/** A field is written bare, `user.age`, or with a function or JSONPath, `user.cart:$.items | size`. */
function fieldTemplate(field: string): string {
  return field.includes('{{') ? field : `{{${field}}}`;
}

const READERS: Record<Asks, (value: Json) => Coerced> = {
  nothing: () => ({ ok: true, value: null }),
  text: readShort,
  number: (value) => coerce(value, 'number'),
  date: (value) => coerce(value, 'date'),
  datetime: (value) => coerce(value, 'datetime'),
  time: readTime,
  list: (value) => {
    if (value === null || Array.isArray(value)) return { ok: true, value };
    const items = coerce(value, 'text');
    return items.ok ? { ok: true, value: asText(items.value).split(',') } : items;
  },
  pair: (value) =>
    ownValue(value, 'key') === undefined
      ? { ok: false, says: `must be a key and a value, but is ${quote(value)}` }
      : { ok: true, value },
};

/** Looking for long texts in long texts takes quadratic time. */
function readShort(value: Json): Coerced {
  const text = coerce(value, 'text');
  if (!text.ok || asText(text.value).length <= MOST_SHORT) return text;
  return { ok: false, says: `must be text of at most ${MOST_SHORT} characters` };
}

/** `18:05` as minutes since midnight. */
function readTime(value: Json): Coerced {
  const found = typeof value === 'string' ? /^\s*(\d{1,2}):(\d\d)\s*$/.exec(value) : null;
  const minutes = found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN;
  return minutes < 24 * 60 && Number(found?.[2]) < 60
    ? { ok: true, value: minutes }
    : { ok: false, says: `must be a time like 18:05, but is ${quote(value)}` };
}

/** A literal value can be read when it is saved; one with places in it only when it runs. */
function checkValue({ asks, label }: Operator, value: Json): string | undefined {
  if (asks === 'nothing') return undefined;
  if (isEmpty(value)) return `"${label}" needs something to compare with. Fill in a value.`;
  if (JSON.stringify(value).includes('{{')) return undefined;
  const read = READERS[asks](value);
  return read.ok ? undefined : `The value ${read.says}.`;
}

function unknownOperator(name: string): string {
  return `There is no operator "${name}". Choose one from the list.`;
}
