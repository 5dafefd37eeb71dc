// A payload as a trigger would send it, from the examples of its items.
import type { App } from './app.ts';
import type { Trigger } from './trigger.ts';
import type { Json, JsonObject } from './json.ts';
import type { ValueType } from './value-type.ts';

/** Fits the trigger's contract, as far as the examples do. */
export function samplePayload(app: Pick<App, 'fields'>, trigger: Trigger): JsonObject {
  return Object.fromEntries(
    trigger.items.map((item) => {
      const type = app.fields.find((field) => field.name === item.field)?.type ?? 'json';
      return [item.name, item.example ?? sampleValue(type)];
    }),
  );
}

export function sampleValue(type: ValueType): Json {
  return samples[type];
}

const samples: Readonly<Record<ValueType, Json>> = {
  text: 'text',
  number: 12.5,
  boolean: true,
  date: '2026-01-31',
  datetime: '2026-01-31T18:00:00Z',
  json: {},
};
