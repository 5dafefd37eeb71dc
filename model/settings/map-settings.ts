// Goes through the settings of a step, as saved, and swaps the texts in them that name something.
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Path } from './kind.ts';
import type { ReferenceSetting, SettingField, SettingFields } from './setting.ts';

/** What becomes of each kind of text; texts of a kind that is left out stay. */
export interface TextMap {
  reference?(name: string, path: Path, field: ReferenceSetting): string;
  /** Text that may hold `{{places}}`. */
  template?(text: string, path: Path, field: SettingField | undefined): Json;
  /** A path that stands alone, as a condition's `field`. */
  lonePath?(text: string, path: Path): string;
}

/** Without `fields`, as for a step of an unknown type, every text is taken for a template. */
export function mapSettings(
  fields: SettingFields | undefined,
  saved: JsonObject,
  map: TextMap,
  path: Path = [],
): JsonObject {
  return mapEntries(saved, path, (value, at, name) => {
    const field = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    return mapSetting(field, value, map, at);
  });
}

function mapSetting(field: SettingField | undefined, value: Json, map: TextMap, path: Path): Json {
  if (field?.kind === 'reference')
    return typeof value === 'string' ? (map.reference?.(value, path, field) ?? value) : value;
  if (field?.kind === 'text' && field.template === false) return value;
  if (field?.kind === 'condition') return mapCondition(value, map, path);
  if (field?.kind === 'list' && Array.isArray(value)) {
    return value.map((entry, index) =>
      isJsonObject(entry) ? mapSettings(field.item, entry, map, [...path, index]) : entry,
    );
  }
  return mapTexts(value, path, (text, at) => map.template?.(text, at, field) ?? text);
}

/** Read loosely: a draft's condition may be half done. */
function mapCondition(condition: Json, map: TextMap, path: Path): Json {
  if (!isJsonObject(condition) || !Array.isArray(condition.clauses)) return condition;
  const template = (text: string, at: Path): Json => map.template?.(text, at, undefined) ?? text;
  const clauses = condition.clauses.map((clause, index) => {
    if (!isJsonObject(clause)) return clause;
    return mapEntries(clause, [...path, 'clauses', index], (value, at, key) => {
      if (key === 'value') return mapTexts(value, at, template);
      if (key !== 'field' || typeof value !== 'string') return value;
      return value.includes('{{') ? template(value, at) : (map.lonePath?.(value, at) ?? value);
    });
  });
  return { ...condition, clauses };
}

/** Every text in a JSON value; keys of objects are no texts. */
function mapTexts(value: Json, path: Path, map: (text: string, path: Path) => Json): Json {
  if (typeof value === 'string') return map(value, path);
  if (Array.isArray(value)) return value.map((entry, index) => mapTexts(entry, [...path, index], map));
  return isJsonObject(value) ? mapEntries(value, path, (entry, at) => mapTexts(entry, at, map)) : value;
}

function mapEntries(
  object: JsonObject,
  path: Path,
  map: (value: Json, path: Path, key: string) => Json,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, map(value, [...path, key], key)]),
  );
}
