// Goes through the settings of a step, as saved, and swaps the texts in them that name something.
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Path } from './kind.ts';
import type { ReferenceSetting, SettingField, SettingFields } from './setting.ts';

/** What becomes of each kind of text; texts of a kind that is left out stay. */
export interface TextMap {
  reference?(name: string, path: Path, field: ReferenceSetting): string;
  /** Text that may hold `{{places}}`. */
  template?(text: string, path: Path, field: SettingField | undefined): string;
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
  const entries = Object.entries(saved).map(([name, value]): [string, Json] => {
    const field = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, mapSetting(field, value, map, [...path, name])];
  });
  return Object.fromEntries(entries);
}

function mapSetting(field: SettingField | undefined, value: Json, map: TextMap, path: Path): Json {
  if (field?.kind === 'reference')
    return typeof value === 'string' ? (map.reference?.(value, path, field) ?? value) : value;
  if (field?.kind === 'text' && field.template === false) return value;
  if (field?.kind === 'list' && Array.isArray(value)) {
    return value.map((entry, index) =>
      isJsonObject(entry) ? mapSettings(field.item, entry, map, [...path, index]) : entry,
    );
  }
  if (field?.kind === 'condition') return mapCondition(value, map, path);
  return mapTexts(value, path, (text, at) => map.template?.(text, at, field) ?? text);
}

/** Read loosely: a draft's condition may be half done. */
function mapCondition(value: Json, map: TextMap, path: Path): Json {
  if (!isJsonObject(value) || !Array.isArray(value.clauses)) return value;
  const clauses = value.clauses.map((clause, index) => {
    if (!isJsonObject(clause)) return clause;
    const at = [...path, 'clauses', index];
    return Object.fromEntries(
      Object.entries(clause).map(([key, part]): [string, Json] => {
        if (key === 'field' && typeof part === 'string')
          return [key, map.lonePath?.(part, [...at, key]) ?? part];
        if (key === 'value')
          return [
            key,
            mapTexts(part, [...at, key], (text, place) => map.template?.(text, place, undefined) ?? text),
          ];
        return [key, part];
      }),
    );
  });
  return { ...value, clauses };
}

/** Every text in a JSON value; keys of objects are no texts. */
export function mapTexts(value: Json, path: Path, map: (text: string, path: Path) => string): Json {
  if (typeof value === 'string') return map(value, path);
  if (Array.isArray(value)) return value.map((entry, index) => mapTexts(entry, [...path, index], map));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, [...path, key], map)]),
  );
}
