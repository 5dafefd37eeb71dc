// The 2xx answer of an OpenAPI operation: which of its values come back, as fields and outputs.
import { isJsonObject, ownValue, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { labelFrom, type FieldBook } from '../names.ts';
import type { PlannedAction, PlannedRequest } from '../plan.ts';
import { entriesAt, resolve } from './document.ts';
import { leavesOf, schemaAt } from './schema.ts';

interface PlannedAnswer {
  readonly mappings: PlannedRequest['mappings'];
  readonly outputs: PlannedAction['outputs'];
}

interface Found {
  readonly path: readonly string[];
  readonly type: ValueType;
}

const MOST_OUTPUTS = 30;

/** By the schema, else by an example. A list comes back as one value of type json. */
export function planAnswer(root: Json, operation: JsonObject, book: FieldBook): PlannedAnswer {
  const found = valuesOf(root, operation).slice(0, MOST_OUTPUTS);
  const mapped = found.map(({ path, type }) => {
    const foreign = path.join('_') || 'result';
    return { foreign, field: book.fieldFor(foreign, type), path: jsonPath(path) };
  });
  const outputs = new Map(
    mapped.map(({ foreign, field }) => [field, { name: field, label: labelFrom(foreign), field }]),
  );
  return { mappings: mapped.map(({ path, field }) => ({ path, field })), outputs: [...outputs.values()] };
}

function valuesOf(root: Json, operation: JsonObject): Found[] {
  const answers = entriesAt(operation, 'responses');
  const [, answer] =
    answers.find(([status]) => /^2\d\d$|^2XX$/i.test(status)) ??
    answers.find(([status]) => status === 'default') ??
    [];
  const contents = entriesAt(resolve(root, answer), 'content');
  const [, content] = contents.find(([type]) => /json/i.test(type)) ?? [];
  const schema = schemaAt(root, ownValue(content, 'schema'));
  if (schema !== undefined) return leavesOf(root, schema).map(({ path, type }) => ({ path, type }));
  return exampleValues(exampleIn(root, content));
}

function exampleIn(root: Json, content: Json | undefined): Json | undefined {
  const [first] = entriesAt(content, 'examples');
  return ownValue(content, 'example') ?? ownValue(resolve(root, first?.[1]), 'value');
}

function exampleValues(example: Json | undefined): Found[] {
  if (example === undefined) return [];
  if (!isJsonObject(example)) return [{ path: [], type: typeOf(example) }];
  return Object.entries(example).map(([key, value]) => ({ path: [key], type: typeOf(value) }));
}

function typeOf(value: Json): ValueType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'json';
}

/** @example jsonPath(['data', 'order id']) // "$.data['order id']" */
function jsonPath(path: readonly string[]): string {
  return `$${path.map((key) => (/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replaceAll(/['\\]/g, String.raw`\$&`)}']`)).join('')}`;
}
