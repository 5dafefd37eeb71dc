// Makes words of the keys and values of a definition.
import { inWords } from '../in-words.ts';
import type { Json } from '../json.ts';

/** @example lowerWords('expiresMinutes') // 'expires minutes' */
export function lowerWords(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What one entry of a list is called. @example singular('mappings') // 'mapping' */
export function singular(key: string): string {
  return lowerWords(key.endsWith('s') ? key.slice(0, -1) : key);
}

/** Short enough for a line; a picture is told as what it is. */
export function valueWords(value: Json | undefined): string {
  if (typeof value === 'string' && value.startsWith('data:')) return 'a picture';
  return inWords(value);
}
