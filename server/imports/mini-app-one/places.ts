// The places of a mini-app 1.0, `[[name]]`, as ours.
import type { Json } from '@bellwire/model/json.ts';

/** What a `[[name]]` stands for: `auth.api_key`, `app.amount`; undefined where nothing has that name. */
export type NameOf = (name: string) => string | undefined;

const PLACE = /\[\[\s*([\w.-]+)\s*\]\]/g;

/**
 * @example ourPlaces('Bearer [[token]]', () => 'auth.token') // 'Bearer {{auth.token}}'
 */
export function ourPlaces(text: string, nameOf: NameOf, filter = ''): string {
  return text.replaceAll(PLACE, (whole, name: string) => {
    const ours = nameOf(name);
    // A secret passes through flows as a mark, which no filter may touch.
    return ours === undefined ? whole : `{{${ours}${ours.startsWith('auth.') ? '' : filter}}}`;
  });
}

function namesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
}

/** Names in the path of an address are encoded; one that is the address, or its host, is not. */
export function ourAddress(url: string, nameOf: NameOf): string {
  const path = /^(https?:\/\/[^/?#]*|\[\[[^\]]*\]\])(.*)$/s.exec(url);
  if (path === null) return ourPlaces(url, nameOf);
  return ourPlaces(path[1] ?? '', nameOf) + ourPlaces(path[2] ?? '', nameOf, ' | url_encode');
}

/** A text that is one place and nothing else stands for the value itself where it is no text. */
export function jsonWithPlaces(value: Json, nameOf: NameOf, isText: (name: string) => boolean): string {
  if (typeof value === 'string') {
    const [name] = namesIn(value);
    const isBare = name !== undefined && value.trim() === value && /^\[\[[^\]]*\]\]$/.test(value);
    const ours = name === undefined ? undefined : nameOf(name);
    if (isBare && ours !== undefined && !isText(name)) return `{{${ours}}}`;
    return ourPlaces(JSON.stringify(value), nameOf);
  }
  if (Array.isArray(value))
    return `[${value.map((each) => jsonWithPlaces(each, nameOf, isText)).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${jsonWithPlaces(each, nameOf, isText)}`,
  );
  return `{${entries.join(', ')}}`;
}
