// What several triggers tell of in turn, such as a payment: which item names it, which one orders its events, and what then holds.
import { z } from 'zod';
import { inWords } from './in-words.ts';
import type { Json, JsonObject } from './json.ts';
import { nameSchema } from './name.ts';
import type { Complaint } from './problem.ts';

export const entityRules = ['in-order', 'newest-wins', 'coalesce', 'supersede'] as const;
export type EntityRule = (typeof entityRules)[number];

export const entitySchema = z.strictObject({
  name: nameSchema.describe('What the triggers of one thing share, such as payment.'),
  key: nameSchema.describe('The item that tells one from another, such as reference: text or number.'),
  order: nameSchema
    .optional()
    .describe(
      'The item by which an event is older or newer: a version (number), or the time it happened (datetime).',
    ),
  rule: z
    .enum(entityRules)
    .default('in-order')
    .describe(
      'in-order: each event runs, in the order accepted. newest-wins: an older event is dropped. coalesce: events that come within some seconds become one. supersede: a newer event ends the waiting run of the older one.',
    ),
  seconds: z
    .int()
    .min(1)
    .max(86_400)
    .optional()
    .describe('With coalesce: how long the first event waits for others; 10 where it is left out.'),
});

export type Entity = z.infer<typeof entitySchema>;

export const COALESCE_SECONDS = 10;
const MOST_CHARACTERS_OF_KEY = 255;

/** A version, or a time with its zone. */
export type OrderValue = number | string;

/** Which one an event tells of, and where among its events it stands. */
export interface EntityMark {
  readonly key: string;
  /** Null where the trigger names no order item. */
  readonly order: OrderValue | null;
}

/** The mark of one event; a complaint that begins at the items where it has none. */
export function markOf(entity: Entity, items: JsonObject): EntityMark | Complaint {
  const key = keyOf(items[entity.key]);
  if (key === undefined) {
    const given = items[entity.key] ?? null;
    const says = `The item "${entity.key}" tells which ${entity.name} it is and is ${inWords(given)}; a number, or a text of 1 to ${MOST_CHARACTERS_OF_KEY} characters, is expected.`;
    return { path: [entity.key], says };
  }
  if (entity.order === undefined) return { key, order: null };
  const value = items[entity.order] ?? null;
  if (isOrderValue(value)) return { key, order: value };
  const says = `The item "${entity.order}" tells which event of a ${entity.name} is newer and is ${inWords(value)}; a number, or a time with its zone such as "2026-01-31T18:00:00Z", is expected.`;
  return { path: [entity.order], says };
}

export function isComplaint(mark: EntityMark | Complaint): mark is Complaint {
  return 'says' in mark;
}

function keyOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= MOST_CHARACTERS_OF_KEY
    ? value
    : undefined;
}

function isOrderValue(value: Json): value is OrderValue {
  return typeof value === 'number' || (typeof value === 'string' && readTime(value) !== undefined);
}

/**
 * Whether `a` is newer than `b`: numbers by size, times by their instant, however many digits a second has. A number and a
 * time cannot be compared (a version of the app has changed its mind): then the one that came later, `a`, is the newer.
 */
export function isNewer(a: OrderValue, b: OrderValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a > b;
  const [left, right] = [readTime(a), readTime(b)];
  if (left === undefined || right === undefined) return true;
  return left.ms === right.ms ? left.fraction > right.fraction : left.ms > right.ms;
}

/** Parts of a second are compared as text: a clock of nanoseconds says more than a date of JavaScript holds. */
function readTime(value: OrderValue): { ms: number; fraction: string } | undefined {
  if (typeof value !== 'string') return undefined;
  const [, second, digits = '', zone] = /^(.+T[\d:]+?)(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)$/i.exec(value) ?? [];
  const ms = Date.parse(`${second}${zone}`);
  return Number.isNaN(ms) ? undefined : { ms, fraction: digits.replace(/0+$/, '') };
}
