// From a request whose places are filled to the call that is made, or to why it cannot be sent.
import { parseJson } from '@bellwire/model/json.ts';
import type { Call } from '@bellwire/model/effect.ts';
import type { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import type { ValuesOf } from '@bellwire/model/settings/setting.ts';
import { aroundMarks } from '../secret-mark.ts';
import { multipartBody } from './multipart-body.ts';

/** The settings of a request, read by `requestFields`. */
export type RequestValues = ValuesOf<typeof requestFields>;

export type Built =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly says: string };

/** `key`: the same for each try of this request; it also marks the borders of a multipart body. */
export function buildCall(values: RequestValues, key: string): Built {
  const url = withQuery(values);
  if (!isWebAddress(url)) {
    return refuse('The URL cannot be read. Write it in full, such as https://api.example.com/orders.');
  }
  const body = bodyOf(values, key);
  if (!body.ok) return body;
  const headers = headersOf(values, body.contentType);
  const wrong = headers.find(({ name, value }) => !HEADER_NAME.test(name) || CONTROL.test(value));
  if (wrong !== undefined) {
    return refuse(
      `The header "${wrong.name}" cannot be sent. A name has letters, digits and hyphens, a value is one line.`,
    );
  }
  return {
    ok: true,
    call: {
      key,
      method: values.method,
      url,
      headers,
      body: body.text,
      timeoutMs: Math.round(values.timeoutSeconds * 1000),
      afterMs: 0,
      basic: values.auth === 'basic' ? { user: values.user ?? '', password: values.password ?? '' } : null,
    },
  };
}

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
// A line break in a value would begin another header.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

type Body =
  | { readonly ok: true; readonly text: string | null; readonly contentType?: string }
  | Extract<Built, { ok: false }>;

function bodyOf(values: RequestValues, key: string): Body {
  switch (values.body) {
    case 'none':
      return { ok: true, text: null };
    case 'form':
      return {
        ok: true,
        text: encodePairs(values.form ?? []),
        contentType: 'application/x-www-form-urlencoded',
      };
    case 'multipart':
      return { ok: true, ...multipartBody(values.parts ?? [], key) };
    case 'raw':
      return {
        ok: true,
        text: values.text ?? '',
        ...(values.contentType ? { contentType: values.contentType } : {}),
      };
    case 'json': {
      const text = values.json ?? '';
      const parsed = parseJson(text);
      return parsed.ok
        ? { ok: true, text, contentType: 'application/json' }
        : refuse(`The JSON of the body ${parsed.says}.`);
    }
  }
}

/** A header that is written out goes before the one that body or authorization would bring. */
function headersOf(
  { headers, auth, token = '', keyIn, keyName = '', key = '' }: RequestValues,
  contentType: string | undefined,
): Call['headers'] {
  const given = new Set(headers.map(({ name }) => name.toLowerCase()));
  const own = [
    ...(contentType === undefined ? [] : [{ name: 'content-type', value: contentType }]),
    ...(auth === 'bearer' ? [{ name: 'authorization', value: `Bearer ${token}` }] : []),
    ...(auth === 'key' && keyIn === 'header' ? [{ name: keyName, value: key }] : []),
  ];
  return [...own.filter(({ name }) => !given.has(name.toLowerCase())), ...headers];
}

/** Before a fragment, which is never sent; after a query that the URL has already. */
function withQuery({ url, query, auth, keyIn, keyName = '', key = '' }: RequestValues): string {
  const [address = ''] = url.trim().split('#', 1);
  const pairs = auth === 'key' && keyIn === 'query' ? [...query, { name: keyName, value: key }] : query;
  if (pairs.length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${encodePairs(pairs)}`;
}

/** The marks of secrets stay as they are: what they stand for is encoded when it is put in. */
function encodePairs(pairs: readonly { readonly name: string; readonly value: string }[]): string {
  return pairs.map(({ name, value }) => `${encode(name)}=${aroundMarks(value, encode)}`).join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function refuse(says: string): Extract<Built, { ok: false }> {
  return { ok: false, says };
}
