// What a subscription must be, given what it listens to: pure, with a complaint for each wrong place.
import { coerce } from '@bellwire/engine/language/value.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Trigger } from '@bellwire/model/trigger.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

interface FieldType {
  readonly name: string;
  readonly type: ValueType;
}

interface Ends {
  /** The app of the install, at the version installed. */
  readonly app: App;
  readonly trigger: Trigger;
  readonly userFields: readonly FieldType[];
}

/** Each mapping names an item of the trigger and a user field that can hold it, and no field twice. */
export function checkMappings(mappings: readonly ItemMapping[], ends: Ends): Complaint[] {
  return mappings.flatMap((mapping, index) => {
    const path = ['mappings', index];
    const item = ends.trigger.items.find((candidate) => candidate.name === mapping.item);
    const field = ends.userFields.find((candidate) => candidate.name === mapping.field);
    if (item === undefined) return [{ path: [...path, 'item'], says: noItem(mapping.item, ends.trigger) }];
    if (field === undefined)
      return [{ path: [...path, 'field'], says: noField(mapping.field, ends.userFields) }];
    const first = mappings.findIndex((other) => other.field === mapping.field);
    if (first < index)
      return [
        {
          path: [...path, 'field'],
          says: `The user field "${mapping.field}" already gets the item "${mappings[first]?.item}". Choose another field, or remove one of the two.`,
        },
      ];
    const type = ends.app.fields.find((candidate) => candidate.name === item.field)?.type ?? 'json';
    if (!fits(type, field.type))
      return [
        {
          path: [...path, 'field'],
          says: `The item "${item.name}" is a ${type}, but the user field "${field.name}" is a ${field.type}. Choose a field of type ${fitting(type)}.`,
        },
      ];
    return checkFallback(mapping, field, [...path, 'fallback']);
  });
}

/** A text can hold anything, and so can json; a day is the beginning of a time and the other way round. */
function fits(item: ValueType, field: ValueType): boolean {
  if (item === field || field === 'text' || field === 'json') return true;
  return (item === 'date' && field === 'datetime') || (item === 'datetime' && field === 'date');
}

function fitting(item: ValueType): string {
  const types = [...new Set<ValueType>([item, 'text', 'json'])];
  return `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;
}

function checkFallback({ fallback }: ItemMapping, field: FieldType, path: Complaint['path']): Complaint[] {
  if (fallback === undefined) return [];
  const coerced = coerce(fallback, field.type);
  return coerced.ok ? [] : [{ path, says: `The fallback for "${field.name}" ${coerced.says}.` }];
}

export function noTrigger(name: string, app: App): string {
  return `${app.label} has no trigger "${name}". ${listed('It has', app.triggers, 'It has no triggers yet.')}`;
}

function noItem(name: string, trigger: Trigger): string {
  return `The trigger "${trigger.name}" has no item "${name}". ${listed('Its items are', trigger.items, 'It has no items, so nothing can be mapped.')}`;
}

function noField(name: string, fields: readonly FieldType[]): string {
  return `The bot has no user field "${name}". ${listed('It has', fields, 'It has none yet.')} Make the field first, or choose another.`;
}

function listed(begin: string, things: readonly { readonly name: string }[], none: string): string {
  return things.length === 0 ? none : `${begin} ${things.map((thing) => thing.name).join(', ')}.`;
}
