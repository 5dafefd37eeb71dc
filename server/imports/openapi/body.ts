// The body of an OpenAPI operation: an input for each value in it, and the request's body with their places.
import { ownValue, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { RequestBody } from '../plan.ts';
import { entriesAt, resolve } from './document.ts';
import { leavesOf, schemaAt, type Leaf } from './schema.ts';

export interface PlannedContent {
  readonly body: RequestBody;
  readonly note?: string;
}

/** Gives the place of the field that holds a leaf: `app.amount`. */
export type PlaceOf = (leaf: Leaf) => string;

/** JSON before forms; what is neither is left out, with a sentence. */
export function planContent(root: Json, operation: JsonObject, placeOf: PlaceOf): PlannedContent {
  const requestBody = resolve(root, operation['requestBody']);
  const contents = entriesAt(requestBody, 'content');
  if (contents.length === 0) return { body: {} };
  const json = contents.find(([type]) => /^application\/(.*\+)?json/i.test(type));
  const form = contents.find(([type]) => /form-urlencoded/i.test(type));
  const multipart = contents.find(([type]) => /^multipart\/form-data/i.test(type));
  const schema = schemaAt(root, ownValue((json ?? form ?? multipart)?.[1], 'schema'));
  if (schema === undefined)
    return { body: {}, note: `its body (${contents[0]?.[0] ?? 'unknown'}) has to be filled in by hand` };
  const leaves = leavesOf(root, schema);
  if (json !== undefined) return { body: { body: 'json', json: jsonOf(leaves, placeOf) } };
  const pairs = leaves.map((leaf) => ({
    name: leaf.path.join('.') || 'value',
    value: `{{${placeOf(leaf)}}}`,
  }));
  return { body: form === undefined ? { body: 'multipart', parts: pairs } : { body: 'form', form: pairs } };
}

interface Tree {
  readonly [key: string]: Tree | string;
}

/** A bare place keeps the value's own type, so that numbers are sent as numbers. */
function jsonOf(leaves: readonly Leaf[], placeOf: PlaceOf): string {
  const [only] = leaves;
  if (only !== undefined && only.path.length === 0) return `{{${placeOf(only)}}}`;
  const tree: Record<string, Tree | string> = {};
  for (const leaf of leaves) {
    const [top = '', inner] = leaf.path;
    const place = `{{${placeOf(leaf)}}}`;
    const below = tree[top];
    if (inner === undefined) tree[top] = place;
    else tree[top] = { ...(typeof below === 'object' && below), [inner]: place };
  }
  return written(tree, '');
}

function written(tree: Tree, indent: string): string {
  const entries = Object.entries(tree).map(([key, value]) => {
    const text = typeof value === 'string' ? value : written(value, `${indent}  `);
    return `${indent}  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${entries.join(',\n')}\n${indent}}`;
}
