// A request with its secrets put in, each encoded for the place where it stands: the last thing done before it is sent.
import type { Call } from '@bellwire/model/effect.ts';
import { openMarks } from './secret-mark.ts';

/**
 * `secretOf` gives the secrets of the install whose seal this is. A secret in the address or a form is percent-encoded, one
 * in JSON is escaped: as it stands, an "&" or a quote in it would change the request.
 *
 * @example openCall(call, seal, (name) => secrets.get(name))
 */
export function openCall(call: Call, seal: string, secretOf: (name: string) => string | undefined): Call {
  const open = (text: string, encode: (secret: string) => string = same): string =>
    openMarks(text, seal, (name) => {
      const secret = secretOf(name);
      return secret === undefined ? undefined : encode(secret);
    });
  const headers = call.headers.map(({ name, value }) => ({ name, value: open(value) }));
  if (call.basic !== null) {
    const { user, password } = call.basic;
    headers.push({ name: 'authorization', value: `Basic ${base64(`${open(user)}:${open(password)}`)}` });
  }
  return {
    ...call,
    url: open(call.url, encodeURIComponent),
    headers,
    body: call.body === null ? null : open(call.body, encoderOf(contentType(call))),
    basic: null,
  };
}

function contentType({ headers }: Call): string {
  return headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value.toLowerCase() ?? '';
}

function encoderOf(type: string): (secret: string) => string {
  if (type.includes('json')) return (secret) => JSON.stringify(secret).slice(1, -1);
  return type.startsWith('application/x-www-form-urlencoded') ? encodeURIComponent : same;
}

function same(text: string): string {
  return text;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
