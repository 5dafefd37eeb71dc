// Secrets never enter the engine: a template gets a mark, and only the outgoing client, at the last moment, puts the secret in its place.
import { isJsonObject, type Json } from '@bellwire/model/json.ts';

const MARK = /⟦secret:([a-z0-9_.-]+):[a-f0-9]+⟧/g;

/** A secret app field of the install is named with its root, `app.token`; an auth input has no dot in its name. `seal` is not guessable by a contact, so a mark typed into a chat is never taken for one. */
export function secretMark(name: string, seal: string): string {
  return `⟦secret:${name}:${seal}⟧`;
}

/** For everything that is kept or shown. */
export function maskSecrets(text: string): string {
  return text.includes('⟦') ? text.replace(MARK, '•••') : text;
}

/** For values that leave the app: a mark that got out would tell its seal, by which a contact could write one. */
export function maskSecretsIn(value: Json): Json {
  if (typeof value === 'string') return maskSecrets(value);
  if (Array.isArray(value)) return value.map(maskSecretsIn);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskSecretsIn(inner)]));
}

/** Changes a text except for the marks in it, so that they can still be opened: for what has to be encoded before. */
export function aroundMarks(text: string, change: (part: string) => string): string {
  let changed = '';
  let done = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    changed += change(text.slice(done, index)) + mark;
    done = index + mark.length;
  }
  return changed + change(text.slice(done));
}

/** Puts secrets in place of the marks that carry this seal; other texts that look like a mark stay as they are. */
export function openMarks(
  text: string,
  seal: string,
  secretOf: (name: string) => string | undefined,
): string {
  if (!text.includes('⟦')) return text;
  return text.replace(MARK, (mark, name: string) =>
    mark === secretMark(name, seal) ? (secretOf(name) ?? '') : mark,
  );
}
