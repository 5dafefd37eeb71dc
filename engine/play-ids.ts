// Ids for playing a flow: the same seed gives the same ones. They are not hard to guess, so nothing real is made with them.
import type { Ids } from './world.ts';

export function playIds(seed: string): Ids {
  const words = (text: string): number[] => [1, 2, 3, 4].map((salt) => hash(`${salt}:${seed}:${text}`));
  const hex = (text: string): string =>
    words(text)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
  return {
    uuid: (text) => hex(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5'),
    token: (text) => hex(`token:${text}`),
    fraction: (text) => hash(`fraction:${seed}:${text}`) / 2 ** 32,
    addressOf: (token) => `https://play.invalid/u/${token}`,
  };
}

/** FNV-1a with the last mixing of MurmurHash3, without which similar texts would give similar numbers. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
