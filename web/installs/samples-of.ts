// The examples of a trigger's items, as an event would carry them.
import type { TriggerItem } from '@bellwire/model/trigger.ts';
import type { JsonObject } from '@bellwire/model/json.ts';

export function samplesOf({ items }: { items: readonly TriggerItem[] }): JsonObject {
  return Object.fromEntries(items.map(({ name, example }) => [name, example ?? null]));
}
