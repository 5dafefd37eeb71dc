// The kinds of settings, one line each, and the two things done with them: reading a form, and printing its JSON Schema.
import type { Complaint } from '../problem.ts';
import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { choiceKind } from './choice.ts';
import { conditionKind } from './condition.ts';
import { refuse, type Kind, type Nested, type Path, type Reading } from './kind.ts';
import { listKind } from './list.ts';
import { numberKind } from './number.ts';
import { referenceKind } from './reference.ts';
import type { SettingField, SettingFields, SettingKind, ValuesOf } from './setting.ts';
import { switchKind } from './switch.ts';
import { textKind } from './text.ts';
import { valueKind } from './value.ts';

const kinds: { readonly [K in SettingKind]: Kind<Extract<SettingField, { kind: K }>> } = {
  text: textKind,
  value: valueKind,
  number: numberKind,
  choice: choiceKind,
  switch: switchKind,
  list: listKind,
  condition: conditionKind,
  reference: referenceKind,
};

/** The one border at which a field meets the kind it names: the table above is typed kind by kind, the lookup is not. */
function kindOf(field: SettingField): Kind<SettingField> {
  return kinds[field.kind];
}

const nested: Nested = { read: readUntyped, jsonSchema: settingsSchema };

/**
 * Reads what was saved (places already filled) into typed values, or says what is wrong with each.
 * An absent setting gets its default; a list is then empty and a switch off.
 */
export function readSettings<Fields extends SettingFields>(
  fields: Fields,
  saved: Json,
): Reading<ValuesOf<Fields>> {
  // The border: readUntyped has read every field by its own kind, which is what ValuesOf says of it.
  return readUntyped(fields, saved, []) as Reading<ValuesOf<Fields>>;
}

/** Fills the places of those settings that are templates, and leaves the others as they stand. */
export function fillSettings(
  fields: SettingFields,
  saved: JsonObject,
  fill: (value: Json, field: SettingField) => Json,
): JsonObject {
  const filled: JsonObject = {};
  for (const [name, value] of Object.entries(saved)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) continue;
    if (field.kind === 'list' && Array.isArray(value)) {
      filled[name] = value.map((entry) =>
        isJsonObject(entry) ? fillSettings(field.item, entry, fill) : entry,
      );
    } else {
      filled[name] = kindOf(field).fills(field) ? fill(value, field) : value;
    }
  }
  return filled;
}

export function settingsSchema(fields: SettingFields): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    properties[name] = {
      title: field.label,
      ...(field.about === undefined ? {} : { description: field.about }),
      ...kindOf(field).jsonSchema(field, nested),
      ...('default' in field && field.default !== undefined ? { default: field.default } : {}),
    };
    if (field.required && field.when === undefined) required.push(name);
  }
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
}

function readUntyped(fields: SettingFields, saved: Json, path: Path): Reading {
  if (!isJsonObject(saved)) return refuse(path, 'An object with the settings is expected here.');
  const values: Record<string, unknown> = {};
  const complaints: Complaint[] = [];
  for (const name of Object.keys(saved)) {
    if (!Object.hasOwn(fields, name)) {
      complaints.push({
        path: [...path, name],
        says: `There is no setting "${name}" here; the settings are ${Object.keys(fields).join(', ')}.`,
      });
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    const reading = readOne(fields, name, field, saved, path);
    if (reading.ok) values[name] = reading.value;
    else complaints.push(...reading.complaints);
  }
  return complaints.length > 0 ? { ok: false, complaints } : { ok: true, value: values };
}

function readOne(
  fields: SettingFields,
  name: string,
  field: SettingField,
  saved: JsonObject,
  path: Path,
): Reading {
  const value = valueIn(fields, name, saved);
  if (!isShown(field, fields, saved)) return { ok: true, value: undefined };
  if (value === undefined || value === null || value === '') {
    if (field.required) return refuse([...path, name], `${field.label} is missing. Fill it in.`);
    return { ok: true, value: emptyValue(field, value) };
  }
  return kindOf(field).read(field, value, [...path, name], nested);
}

/** Whether a setting takes part, given the values of the others: the form hides it otherwise. */
export function isShown(field: SettingField, fields: SettingFields, saved: JsonObject): boolean {
  if (field.when === undefined) return true;
  const other = valueIn(fields, field.when.setting, saved);
  return field.when.is.includes(typeof other === 'object' ? '' : String(other));
}

function valueIn(fields: SettingFields, name: string, saved: JsonObject): Json | undefined {
  if (Object.hasOwn(saved, name)) return saved[name];
  const field = fields[name];
  return field !== undefined && 'default' in field ? field.default : undefined;
}

function emptyValue(field: SettingField, value: Json | undefined): unknown {
  if (field.kind === 'list') return [];
  if (field.kind === 'switch') return false;
  // A place that found nothing is an empty text where a text is promised.
  if (field.kind === 'text' && (value === '' || field.default !== undefined)) return '';
  return field.kind === 'value' && value !== undefined ? value : undefined;
}
