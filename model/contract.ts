// A trigger's contract: what its items must be, as a JSON Schema to read and as a check that is fast enough for every fire.
import { z } from 'zod';
import type { App } from './app.ts';
import type { AppField } from './app-field.ts';
import type { Trigger, TriggerItem } from './trigger.ts';
import { isComplaint, markOf, type Entity } from './entity.ts';
import { inWords } from './in-words.ts';
import type { Json, JsonObject } from './json.ts';
import { orNearest } from './nearest.ts';
import type { Complaint } from './problem.ts';
import { unstorable, unstorableText } from './storable.ts';
import type { ValueType } from './value-type.ts';

/** The items of one event, as JSON in UTF-8. */
export const MOST_BYTES_OF_ITEMS = 65_536;

export type ItemsChecked =
  | { readonly ok: true; readonly items: JsonObject }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

export type Contract = (items: JsonObject) => ItemsChecked;

type FieldsOf = Pick<App, 'fields'>;

/**
 * Makes the check of a trigger's items. Make it once per published version and keep it: a check of four items then takes
 * about 0.15 µs (measured on 2 cores). Types are exact: nothing is converted, a number in quotes is refused.
 *
 * @example compileContract(app, trigger)({ amount: 12.5, currency: 'EUR' })
 */
export function compileContract(app: FieldsOf, trigger: Trigger): Contract {
  const checks = trigger.items.map((item) => itemCheck(item, typeOf(app, item)));
  const { entity } = trigger;
  return (items) => {
    let known = 0;
    let size = 0;
    let complaints: Complaint[] | undefined;
    for (const check of checks) {
      const value = Object.hasOwn(items, check.name) ? items[check.name] : undefined;
      if (value !== undefined) known += 1;
      const says = check.refuses(value);
      if (says !== undefined) (complaints ??= []).push({ path: [check.name], says });
      size += mostBytes(value) + check.name.length + 4;
    }
    if (Object.keys(items).length > known) (complaints ??= []).push(...unknownItems(items, trigger));
    if (complaints === undefined && entity !== undefined) complaints = entityComplaints(entity, items);
    if (complaints !== undefined) return { ok: false, complaints };
    const tooLarge = size > MOST_BYTES_OF_ITEMS ? sizeComplaint(items) : undefined;
    return tooLarge === undefined ? { ok: true, items } : { ok: false, complaints: [tooLarge] };
  };
}

/** The same check for a single use, as in the builder's test. */
export function checkItems(app: FieldsOf, trigger: Trigger, items: JsonObject): ItemsChecked {
  return compileContract(app, trigger)(items);
}

/** The contract as JSON Schema 2020-12, for the developer who fires the trigger by the API. */
export function triggerContract(app: FieldsOf, trigger: Trigger): JsonObject {
  const properties = Object.fromEntries(
    trigger.items.map((item) => [item.name, itemSchema(item, fieldOf(app, item))]),
  );
  const required = trigger.items.filter((item) => item.required).map((item) => item.name);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: trigger.label,
    ...(trigger.about === '' ? {} : { description: trigger.about }),
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

interface ExactType {
  /** Completes "… is expected". */
  readonly expects: string;
  readonly fits: (value: Json) => boolean;
  readonly schema: { readonly type?: string; readonly format?: string };
}

/** What a value of each field type must be when it comes from outside. */
export const exactTypes: Readonly<Record<ValueType, ExactType>> = {
  text: { expects: 'a text', fits: (value) => typeof value === 'string', schema: { type: 'string' } },
  number: {
    expects: 'a number such as 12.5, without quotes',
    fits: (value) => Number.isFinite(value),
    schema: { type: 'number' },
  },
  boolean: {
    expects: 'true or false, without quotes',
    fits: (value) => typeof value === 'boolean',
    schema: { type: 'boolean' },
  },
  date: {
    expects: 'a date such as "2026-01-31"',
    fits: matches(z.regexes.date),
    schema: { type: 'string', format: 'date' },
  },
  datetime: {
    expects: 'a time with its zone such as "2026-01-31T18:00:00Z"',
    fits: matches(z.regexes.datetime({ offset: true })),
    schema: { type: 'string', format: 'date-time' },
  },
  json: { expects: 'any JSON value', fits: () => true, schema: {} },
};

function matches(pattern: RegExp): (value: Json) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

interface ItemCheck {
  readonly name: string;
  readonly refuses: (value: Json | undefined) => string | undefined;
}

function itemCheck(item: TriggerItem, type: ValueType): ItemCheck {
  const { fits, expects } = exactTypes[type];
  const place = `The item "${item.name}"`;
  return {
    name: item.name,
    refuses: (value) => {
      if (value === undefined || value === null) {
        if (!item.required) return undefined;
        return `${place} is ${value === null ? 'null' : 'missing'}; ${expects} is expected. Send it, or make the item optional in the trigger.`;
      }
      if (!fits(value)) return `${place} is ${inWords(value)}, but ${expects} is expected.`;
      const says =
        typeof value === 'string'
          ? unstorableText(value)
          : typeof value === 'object'
            ? unstorable(value)
            : undefined;
      return says === undefined ? undefined : `${place} ${says}.`;
    },
  };
}

function unknownItems(items: JsonObject, trigger: Trigger): Complaint[] {
  const names = trigger.items.map((item) => item.name);
  return Object.keys(items)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: [name],
      says: `The trigger "${trigger.name}" has no item ${inWords(name)}. ${orNearest(name, names, 'items')}`,
    }));
}

/** Of the right types by now: what is left is a key that is empty or too long. */
function entityComplaints(entity: Entity, items: JsonObject): Complaint[] | undefined {
  const mark = markOf(entity, items);
  return isComplaint(mark) ? [mark] : undefined;
}

/** An upper bound without encoding: one UTF-16 unit takes at most six bytes, as `\u0001`. Only the rare large one is measured. */
function mostBytes(value: Json | undefined): number {
  if (typeof value === 'string') return value.length * 6 + 2;
  return typeof value === 'object' && value !== null ? Infinity : 24;
}

function sizeComplaint(items: JsonObject): Complaint | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(items)).length;
  if (bytes <= MOST_BYTES_OF_ITEMS) return undefined;
  const says = `The items are ${bytes} bytes of JSON; at most ${MOST_BYTES_OF_ITEMS} are taken. Put large content behind an address and send the address.`;
  return { path: [], says };
}

function fieldOf(app: FieldsOf, item: TriggerItem): AppField | undefined {
  return app.fields.find((field) => field.name === item.field);
}

/** An item whose field is gone takes anything: the check of the app complains of it, and it cannot be published. */
function typeOf(app: FieldsOf, item: TriggerItem): ValueType {
  return fieldOf(app, item)?.type ?? 'json';
}

function itemSchema(item: TriggerItem, field: AppField | undefined): JsonObject {
  const { type, ...format } = exactTypes[field?.type ?? 'json'].schema;
  const description = item.description ?? field?.description;
  return {
    title: item.label,
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type: item.required ? type : [type, 'null'] }),
    ...format,
    ...(item.example === undefined ? {} : { examples: [item.example] }),
  };
}
