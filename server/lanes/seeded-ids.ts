// Ids and tokens made from a seed: the same turn played again makes the same ones, and nobody without the key can guess them.
import { createHash, createHmac } from 'node:crypto';
import type { Ids } from '@bellwire/engine/world.ts';

/**
 * `now` goes into the uuids (version 7), so that rows made from them sort by time like all others.
 * `key` is secret: the tokens are what opens a one-time URL.
 */
export function seededIds({ now, key, publicUrl }: { now: string; key: Buffer; publicUrl: string }): Ids {
  const time = Date.parse(now);
  return {
    uuid: (seed) => uuidAt(time, createHash('sha256').update(seed).digest()),
    token: (seed) => createHmac('sha256', key).update(seed).digest('base64url'),
    fraction: (seed) => createHash('sha256').update(seed).digest().readUIntBE(0, 6) / 2 ** 48,
    addressOf: (token) => `${publicUrl}/u/${token}`,
  };
}

function uuidAt(time: number, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(time, 0, 6);
  random.copy(bytes, 6, 0, 10);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
