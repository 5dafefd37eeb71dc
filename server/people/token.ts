// Makes and reads the secret tokens we hand out: keys, sessions, one-time URLs. Only their hashes are ever stored.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The sign inside the prefix tells people and secret scanners what they have found; the words are for error
 * texts.
 */
export const tokenKinds = {
  key: 'API key',
  fire: 'fire token',
  ses: 'session',
  url: 'one-time URL token',
  hook: 'address of a webhook',
  cap: 'address of a capture',
  inv: 'invitation',
  rst: 'password reset token',
  eml: 'e-mail confirmation token',
  vis: 'visitor token of a web chat',
} as const;

export type TokenKind = keyof typeof tokenKinds;

export interface NewToken {
  /** Shown once, to whom it is for: `bw_key_`, 43 random signs (256 bits) and 6 of checksum. */
  readonly token: string;
  /** SHA-256: what is stored and looked up. A slow hash would add nothing to 256 random bits. */
  readonly hash: Buffer;
  /** The first signs, for lists where people must tell their keys apart. */
  readonly start: string;
}

export function createToken(kind: TokenKind): NewToken {
  const random = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43);
  const start = `bw_${kind}_${random}`;
  const token = start + checksum(start);
  return { token, hash: hashToken(token), start: token.slice(0, 11) };
}

export type ReadToken =
  | { readonly is: 'token'; readonly hash: Buffer }
  | { readonly is: 'refused'; readonly says: string };

/**
 * Looks at form and checksum only, so that a mistyped token needs no look-up; whether it is known, the
 * database says.
 * @param text What arrived, of any type: null, lists and objects are refused as well.
 * @param kind A token of another kind is refused: an invitation never signs anybody in.
 */
export function readToken(text: unknown, kind: TokenKind): ReadToken {
  const name = tokenKinds[kind];
  const parts =
    typeof text === 'string' ? /^bw_([a-z]+)_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(text) : null;
  if (parts === null)
    return refused(`This is no ${name}. Expected "bw_${kind}_" and 49 letters and digits: copy all of it.`);
  const [token, found = '', random, sum] = parts;
  if (checksum(`bw_${found}_${random}`) !== sum)
    return refused(`This ${name} has a typing error. Copy it again.`);
  if (found !== kind) {
    const other =
      Object.entries(tokenKinds).find(([known]) => known === found)?.[1] ?? 'token of an unknown kind';
    return refused(`This is a ${other}, expected was "bw_${kind}_…" (${name}).`);
  }
  return { is: 'token', hash: hashToken(token) };
}

/** Compares two hashes in constant time, where one was not found by an index. */
export function isSameHash(hash: Buffer, stored: Buffer): boolean {
  return hash.length === stored.length && timingSafeEqual(hash, stored);
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), 6);
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Letters and digits only: a double click selects all of it, and it needs no escaping anywhere. */
function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text = digits.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}

function refused(says: string): ReadToken {
  return { is: 'refused', says };
}
