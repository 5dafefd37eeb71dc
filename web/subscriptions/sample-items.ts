// Items as the trigger would send them, from the examples its developer gave.
import { samplePayload } from '@bellwire/model/sample.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { isValueType } from '../settings-form/is-value-type.ts';
import type { InstallTrigger } from './subscription-draft.ts';

/** A bot's owner does not see the app's fields, only the types of the items. */
export function sampleItems(trigger: InstallTrigger): JsonObject {
  const fields = trigger.items.flatMap(({ field, label, name }) => {
    const type = trigger.types[name];
    return type !== undefined && isValueType(type) ? [{ name: field, label, type }] : [];
  });
  return samplePayload({ fields }, trigger);
}
