// A call at a webhook as it came: what a signature is checked on, byte for byte, and what of it is kept and mapped.
import type { IncomingHttpHeaders } from 'node:http';
import { isForbiddenKey, parseJson, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { storable, storableText } from '../lanes/storable-answer.ts';

export interface RawCall {
  readonly method: string;
  /** The whole address as the other side knows it, with its query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

/** What is kept of a call: enough to map it again. */
export interface KeptCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

const MOST_HEADERS = 60;
const MOST_HEADER = 1000;

/** Names that say by themselves that their value opens something. */
const telling = /auth|cookie|secret|token|signature|sign$|hmac|password|api-?_?key|^key$|credential/i;

const HIDDEN = '•••';

/** Secrets are hidden by their names, and by `alsoHidden`, in small letters. */
export function keepCall(call: RawCall, alsoHidden: readonly string[] = []): KeptCall {
  const isHidden = (name: string) => telling.test(name) || alsoHidden.includes(name.toLowerCase());
  const headers = Object.entries(call.headers)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
    .slice(0, MOST_HEADERS);
  return {
    method: call.method,
    headers: hide(headers, isHidden),
    query: hide([...call.query], isHidden),
    body: storableText(call.body.toString('utf8')),
  };
}

function hide(
  pairs: readonly (readonly [string, string])[],
  isHidden: (name: string) => boolean,
): Record<string, string> {
  const kept = pairs
    .filter(([name]) => !isForbiddenKey(name))
    .map(([name, value]): [string, string] => [
      storableText(name),
      isHidden(name) ? HIDDEN : storableText(value).slice(0, MOST_HEADER),
    ]);
  return Object.fromEntries(kept);
}

export type PayloadRead =
  | { readonly ok: true; readonly payload: JsonObject }
  | { readonly ok: false; readonly says: string };

/** `{ method, headers, query, body }`. The content type decides only between form, JSON and text. */
export function payloadOf({ method, headers, query, body }: KeptCall): PayloadRead {
  const read = readBody(headers['content-type'] ?? '', body);
  if (!read.ok) return read;
  return { ok: true, payload: { method, headers: { ...headers }, query: { ...query }, body: read.value } };
}

function readBody(type: string, text: string): { ok: true; value: Json } | { ok: false; says: string } {
  if (text.trim() === '') return { ok: true, value: null };
  if (type.includes('form-urlencoded')) return { ok: true, value: toObject(new URLSearchParams(text)) };
  const parsed = parseJson(text);
  if (parsed.ok) return { ok: true, value: storable(parsed.value) };
  // Who says JSON has to send it; what says nothing of the kind is a text.
  if (type.includes('json')) return { ok: false, says: `The body ${parsed.says}. Send one JSON value.` };
  return { ok: true, value: text };
}

function toObject(pairs: URLSearchParams): JsonObject {
  const object: JsonObject = {};
  for (const [name, value] of pairs) if (!isForbiddenKey(name)) object[name] = value;
  return object;
}
