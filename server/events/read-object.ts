// Reads the bytes of a body as one JSON object, strictly.
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { parseStrictJson } from '../http/strict-json.ts';

/** @throws ProblemError `bad-json`, or `bad-input` where it is JSON but no object. */
export function readObject(bytes: Uint8Array): JsonObject {
  const body = parseStrictJson(bytes);
  if (isJsonObject(body)) return body;
  throw new ProblemError('bad-input', {
    complaints: [{ path: [], says: 'A JSON object is expected: { … }.' }],
  });
}
