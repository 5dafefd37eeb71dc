// Reads what a call at a one-time URL brought: query, JSON or form, merged into one payload in which the body wins.
import type { IncomingMessage } from 'node:http';
import { isForbiddenKey, isJsonObject, parseJson, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { storable } from '../lanes/storable-answer.ts';

const MOST_BODY_BYTES = 256 * 1024;

export type CallRead =
  | { readonly is: 'payload'; readonly payload: Json }
  | { readonly is: 'refused'; readonly status: 400 | 413; readonly says: string };

/** A provider's callback is taken however it is sent: the content type decides only between form and JSON. */
export async function readCall(request: IncomingMessage, query: URLSearchParams): Promise<CallRead> {
  const fromQuery = toObject(query);
  const body = await readBody(request);
  if (body === undefined)
    return {
      is: 'refused',
      status: 413,
      says: `The body is larger than ${MOST_BODY_BYTES / 1024} KB. Send less.`,
    };
  const text = body.trim();
  if (text === '') return { is: 'payload', payload: storable(fromQuery) };
  if ((request.headers['content-type'] ?? '').includes('form-urlencoded')) {
    return { is: 'payload', payload: storable({ ...fromQuery, ...toObject(new URLSearchParams(text)) }) };
  }
  const parsed = parseJson(text);
  if (!parsed.ok)
    return { is: 'refused', status: 400, says: `The body ${parsed.says}. Send one JSON value, or a form.` };
  return {
    is: 'payload',
    payload: storable(isJsonObject(parsed.value) ? { ...fromQuery, ...parsed.value } : parsed.value),
  };
}

/** Undefined when it is too large. */
async function readBody(request: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toObject(pairs: URLSearchParams): JsonObject {
  const object: JsonObject = {};
  for (const [name, value] of pairs) if (!isForbiddenKey(name)) object[name] = value;
  return object;
}
