// Every field of every operation, and of the text form of an app, refuses a value of another type, at its own place and in our own words.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { appSchema } from '../app.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { readBy } from '../reading.ts';
import { operations } from './all.ts';

/** A value that the type in the schema cannot be. */
const wrong: Readonly<Record<string, Json>> = {
  string: { an: 'object' },
  number: 'twelve',
  integer: 'twelve',
  boolean: 'perhaps',
  array: 'no list',
  object: 'no object',
};

const declared = { 'the text form of an app': appSchema, ...inputs() };

for (const [name, schema] of Object.entries(declared)) {
  describe(name, () => {
    for (const [field, type] of fieldsOf(schema)) {
      test(`${field} is no ${type}`, () => {
        const reading = readBy(schema, { [field]: wrong[type] ?? null });
        assert.ok(!reading.ok);
        const beside = reading.complaints.filter(({ path }) => path[0] === field);
        assert.ok(beside.length > 0, JSON.stringify(reading.complaints));
        for (const { says } of beside) {
          assert.match(says, /^[\p{Lu}"“].{8,}[.?]$/su, 'a whole sentence');
          assert.doesNotMatch(says, /Invalid input|expected .*, received/, 'the words of a library');
        }
      });
    }
  });
}

function inputs(): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(operations).flatMap(([name, { input }]) =>
      input instanceof z.ZodType ? [[name, input]] : [],
    ),
  );
}

/** The fields of one type each; one that may be several things, or anything, has no wrong type. */
function fieldsOf(schema: z.ZodType): [string, string][] {
  const printed: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const properties: JsonObject =
    isJsonObject(printed) && isJsonObject(printed.properties) ? printed.properties : {};
  return Object.entries(properties).flatMap(([field, one]) => {
    const type = isJsonObject(one) ? one.type : undefined;
    return typeof type === 'string' && wrong[type] !== undefined ? [[field, type]] : [];
  });
}
