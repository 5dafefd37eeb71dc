// What a schema of OpenAPI means for a field of ours: its type, an example, and its properties laid flat.
import { isJsonObject, ownValue, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { entriesAt, listAt, resolve, textAt } from './document.ts';

export interface Leaf {
  /** Of the value inside the object: `['address', 'city']`. */
  readonly path: readonly string[];
  readonly schema: JsonObject;
  readonly type: ValueType;
  readonly required: boolean;
}

/** Objects are laid flat down to here; what is deeper is one value of type json. */
const MOST_LEVELS = 2;

export function valueTypeOf(schema: JsonObject): ValueType {
  const type = typeName(schema);
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'object' || type === 'array') return 'json';
  const format = textAt(schema, 'format');
  return format === 'date' ? 'date' : format === 'date-time' ? 'datetime' : 'text';
}

/** 3.1 has lists of types, of which one may be "null". */
function typeName(schema: JsonObject): string {
  const type = ownValue(schema, 'type');
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  if (typeof named === 'string') return named;
  if (isJsonObject(schema['properties']) || Array.isArray(schema['allOf'])) return 'object';
  return schema['items'] === undefined ? 'string' : 'array';
}

/** A choice (`oneOf`) is taken as its first form. */
export function schemaAt(root: Json, value: Json | undefined): JsonObject | undefined {
  const schema = resolve(root, value);
  if (schema === undefined) return undefined;
  const [first] = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')];
  return first === undefined || isJsonObject(schema['properties'])
    ? schema
    : (resolve(root, first) ?? schema);
}

/** The single values that an object is made of; a schema that is no object is one leaf without a path. */
export function leavesOf(
  root: Json,
  schema: JsonObject,
  path: readonly string[] = [],
  required = true,
): Leaf[] {
  const properties = path.length < MOST_LEVELS ? propertiesOf(root, schema) : [];
  if (properties.length === 0) return [{ path, schema, type: valueTypeOf(schema), required }];
  const needed = new Set(requiredOf(root, schema));
  return properties.flatMap(([name, value]) => {
    const inner = schemaAt(root, value);
    return inner === undefined || ownValue(inner, 'readOnly') === true
      ? []
      : leavesOf(root, inner, [...path, name], required && needed.has(name));
  });
}

function propertiesOf(root: Json, schema: JsonObject): [string, Json][] {
  const own = entriesAt(schema, 'properties');
  return [
    ...listAt(schema, 'allOf').flatMap((part) => propertiesOf(root, withoutCircle(root, part))),
    ...own,
  ];
}

function requiredOf(root: Json, schema: JsonObject): Json[] {
  return [
    ...listAt(schema, 'allOf').flatMap((part) => requiredOf(root, withoutCircle(root, part))),
    ...listAt(schema, 'required'),
  ];
}

/** A part of `allOf` that itself has one is read without it: it could be a circle. */
function withoutCircle(root: Json, part: Json): JsonObject {
  const { allOf: _allOf, ...schema } = resolve(root, part) ?? {};
  return schema;
}

export function exampleOf(schema: JsonObject): Json | undefined {
  const [first] = listAt(schema, 'examples');
  return ownValue(schema, 'example') ?? first ?? ownValue(schema, 'default');
}
