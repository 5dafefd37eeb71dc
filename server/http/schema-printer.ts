// Prints zod schemas as JSON Schema for one document, where what refers to itself stands among shared parts.
import { z } from 'zod';
import type { JsonObject } from '@bellwire/model/json.ts';
import { isJsonObject, jsonObject } from '@bellwire/model/json.ts';

export interface SchemaPrinter {
  print(schema: z.ZodType, side: 'input' | 'output'): JsonObject;
  /** The fields of an operation's input, one by one: they go to different places of a request. */
  printFields(
    input: z.ZodObject,
  ): { readonly name: string; readonly required: boolean; readonly schema: JsonObject }[];
  /**
   * The parts that printed schemas refer to, by the name under which they are expected in
   * `#/components/schemas`.
   */
  shared(): JsonObject;
}

export function schemaPrinter(): SchemaPrinter {
  const shared = new Map<string, { name: string; schema: JsonObject }>();

  /** zod numbers the parts anew in each schema; equal parts of different schemas become one here. */
  function moveParts(parts: JsonObject, text: string): string {
    const names = Object.entries(parts).map(([name, part]) => {
      const key = JSON.stringify([name, parts]);
      const known = shared.get(key) ?? { name: `Shared${shared.size + 1}`, schema: {} };
      shared.set(key, known);
      return { name, part, known };
    });
    const rename = (json: string) =>
      names.reduce(
        (renamed, { name, known }) =>
          renamed.replaceAll(`"#/$defs/${name}"`, `"#/components/schemas/${known.name}"`),
        json,
      );
    for (const { part, known } of names) known.schema = asObject(JSON.parse(rename(JSON.stringify(part))));
    return rename(text);
  }

  function print(schema: z.ZodType, side: 'input' | 'output'): JsonObject {
    const { $defs = {}, $schema: _dialect, ...rest } = jsonObject(z.toJSONSchema(schema, { io: side }));
    return asObject(JSON.parse(moveParts(asObject($defs), JSON.stringify(rest))));
  }

  return {
    print,
    printFields(input) {
      const { properties = {}, required = [] } = print(input, 'input');
      return Object.entries(asObject(properties)).map(([name, schema]) => ({
        name,
        required: Array.isArray(required) && required.includes(name),
        schema: asObject(schema),
      }));
    },
    shared: () => Object.fromEntries([...shared.values()].map(({ name, schema }) => [name, schema])),
  };
}

function asObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new TypeError('A JSON Schema has an object here.');
  return value;
}
