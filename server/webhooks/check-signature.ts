// Whether a call at a webhook was signed by somebody who knows its secret: on the bytes as they came, in constant time.
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  placesIn,
  type HmacSignature,
  type SignedPart,
  type WebhookSignature,
} from '@bellwire/model/webhook-signature.ts';
import type { RawCall } from './raw-call.ts';

export type SignatureAnswer =
  /** `id`: what the signature itself knows the call by. */
  { readonly ok: true; readonly id?: string } | { readonly ok: false; readonly says: string };

/**
 * Any of the secrets will do: while one is changed for another, both hold. Without a secret nothing is genuine.
 *
 * @param now Epoch milliseconds.
 */
export function checkSignature(
  signature: WebhookSignature,
  secrets: readonly string[],
  call: RawCall,
  now: number,
): SignatureAnswer {
  if (signature.is === 'none') return { ok: true };
  const known = secrets.filter((secret) => secret !== '');
  if (known.length === 0)
    return refused('The secret of this webhook is not set. Enter it on the page of the installed app.');
  if (signature.is === 'secret') return checkSecret(signature, known, call);
  if (signature.is === 'standard') return checkStandard(signature.toleranceSeconds, known, call, now);
  return checkHmac(signature, known, call, now);
}

function refused(says: string): SignatureAnswer {
  return { ok: false, says };
}

const forged = refused('The signature is not that of the secret.');

function checkSecret(
  { in: place, name, prefix }: Extract<WebhookSignature, { is: 'secret' }>,
  secrets: readonly string[],
  call: RawCall,
): SignatureAnswer {
  const sent = place === 'header' ? headerOf(call, name) : (call.query.get(name) ?? '');
  if (sent === '') return refused(`The ${place} has no "${name}", in which the secret is expected.`);
  if (!sent.startsWith(prefix)) return refused(`"${name}" does not begin with "${prefix}".`);
  const given = Buffer.from(sent.slice(prefix.length));
  return anyOf(secrets, (secret) => isSame(given, Buffer.from(secret)))
    ? { ok: true }
    : refused('The secret is another one.');
}

/** https://www.standardwebhooks.com: `v1,` and base64, several apart by blanks; the id is signed along. */
function checkStandard(
  toleranceSeconds: number,
  secrets: readonly string[],
  call: RawCall,
  now: number,
): SignatureAnswer {
  const [id, time, sent] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(call, name),
  );
  if (id === undefined || id === '' || time === undefined || sent === undefined || sent === '')
    return refused('The headers webhook-id, webhook-timestamp and webhook-signature are expected.');
  const late = faultOfTime(time, toleranceSeconds, now);
  if (late !== undefined) return refused(late);
  const given = sent.split(' ').flatMap((each) => (each.startsWith('v1,') ? [each.slice(3)] : []));
  const text = Buffer.concat([Buffer.from(`${id}.${time}.`), call.body]);
  const isGenuine = anyOf(secrets, (secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    if (key.length === 0) return false;
    return isAmong(given, createHmac('sha256', key).update(text).digest(), 'base64');
  });
  return isGenuine ? { ok: true, id } : forged;
}

function checkHmac(
  signature: HmacSignature,
  secrets: readonly string[],
  call: RawCall,
  now: number,
): SignatureAnswer {
  const { header, prefix, timestamp, algorithm, encoding } = signature;
  const sent = headerOf(call, header);
  const given = valuesIn(sent, prefix);
  if (given.length === 0)
    return refused(`The header "${header}" has no signature${prefix === '' ? '' : ` behind "${prefix}"`}.`);
  const [time = ''] =
    timestamp === undefined ? [] : valuesIn(headerOf(call, timestamp.header ?? header), timestamp.prefix);
  const late = timestamp === undefined ? undefined : faultOfTime(time, signature.toleranceSeconds, now);
  if (late !== undefined) return refused(late);
  const text = signedText(signature.signs, call, time);
  const isGenuine = anyOf(secrets, (secret) =>
    isAmong(given, createHmac(algorithm, secret).update(text).digest(), encoding),
  );
  return isGenuine ? { ok: true } : forged;
}

/** A header may be a list: `t=1700000000,v1=abc,v1=def`. Neither hex nor base64 has a comma or a blank in it. */
function valuesIn(header: string, prefix: string): string[] {
  const parts = header.split(/[,;\s]+/).filter((part) => part !== '');
  return parts.flatMap((part) =>
    part.startsWith(prefix) && part !== prefix ? [part.slice(prefix.length)] : [],
  );
}

function faultOfTime(time: string, toleranceSeconds: number, now: number): string | undefined {
  if (!/^\d{1,16}$/.test(time)) return 'The time that was signed is no number of seconds.';
  const number = Number(time);
  // Seconds reach that only in the year 5138.
  const ms = number > 1e11 ? number : number * 1000;
  return Math.abs(now - ms) <= toleranceSeconds * 1000
    ? undefined
    : `The call was signed more than ${toleranceSeconds} seconds ago, or in the future. It may be an old one that is sent again.`;
}

const parts: Readonly<Record<SignedPart, (call: RawCall, time: string) => Buffer>> = {
  body: ({ body }) => body,
  timestamp: (_call, time) => Buffer.from(time),
  url: ({ url }) => Buffer.from(url),
  method: ({ method }) => Buffer.from(method),
  form: ({ body }) => Buffer.from(sortedForm(body)),
};

function signedText(signs: string, call: RawCall, time: string): Buffer {
  const places = new Set(placesIn(signs));
  return Buffer.concat(
    signs.split(/\{(\w+)\}/).map((piece, index) => {
      // Every second piece is what stood in braces.
      const part = index % 2 === 1 && places.has(piece) ? partOf(piece) : undefined;
      return part === undefined ? Buffer.from(piece) : part(call, time);
    }),
  );
}

function partOf(name: string): ((call: RawCall, time: string) => Buffer) | undefined {
  return name === 'body' || name === 'timestamp' || name === 'url' || name === 'method' || name === 'form'
    ? parts[name]
    : undefined;
}

function sortedForm(body: Buffer): string {
  const pairs = [...new URLSearchParams(body.toString('utf8'))];
  const sorted = pairs.toSorted(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return sorted.map(([name, value]) => name + value).join('');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function headerOf({ headers }: RawCall, name: string): string {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

/** More than a handful is somebody's try to have many guesses at once. */
const MOST_SIGNATURES = 10;

function isAmong(given: readonly string[], right: Buffer, encoding: 'hex' | 'base64'): boolean {
  return anyOf(given.slice(0, MOST_SIGNATURES), (text) => isSame(decode(text, encoding), right));
}

/** Only the one right spelling: Node skips foreign signs, so that two texts could mean one signature. */
function decode(text: string, encoding: 'hex' | 'base64'): Buffer {
  const bytes = Buffer.from(text, encoding);
  const spelt = encoding === 'hex' ? text.toLowerCase() : text;
  return bytes.toString(encoding) === spelt ? bytes : Buffer.alloc(0);
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Looks at each of them, so that the time does not tell which one fitted. */
function anyOf<Value>(values: readonly Value[], fits: (value: Value) => boolean): boolean {
  return values.map(fits).some(Boolean);
}
