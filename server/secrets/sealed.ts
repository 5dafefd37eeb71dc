// Seals secrets so that they open only with the master key, in the workspace and the record they were sealed for.
import { type KeyObject, createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { MasterKey, MasterKeys } from './master-key.ts';

/** Where a sealed value lives. A value copied into another row or workspace does not open there. */
export interface SealedPlace {
  readonly workspaceId: string;
  /** Names one place in the workspace, for example `install:<id>:auth`. */
  readonly recordId: string;
}

export type Opened =
  | { readonly is: 'opened'; readonly text: string }
  | { readonly is: 'refused'; readonly reason: 'malformed' | 'unknown-key' | 'not-genuine'; readonly says: string };

export interface Sealer {
  /** @returns `v1.keyId.nonce.tag.data`, the last three in base64url; another one each time. */
  seal(text: string, place: SealedPlace): string;
  open(sealed: string, place: SealedPlace): Opened;
  /** True where an older key sealed it: open it and seal it again, then the older key can go. */
  isSealedByOlderKey(sealed: string): boolean;
}

/**
 * AES-256-GCM under a key per workspace (HKDF-SHA-256 of the master key).
 *
 * @example
 * const sealer = createSealer(await loadMasterKeys({ env: process.env, dataDir }));
 * const sealed = sealer.seal('sk_live_1', { workspaceId, recordId: `install:${id}:auth` });
 */
export function createSealer(masterKeys: MasterKeys): Sealer {
  const byId = new Map(masterKeys.map((master) => [master.id, master]));
  const [newest] = masterKeys;

  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', workspaceKey(newest, place), nonce, { authTagLength: tagBytes });
      cipher.setAAD(boundData(newest.id, place));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, newest.id, ...[nonce, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, place) {
      const parts = readParts(sealed);
      if (parts === undefined) return malformed;
      const master = byId.get(parts.keyId);
      return master === undefined ? unknownKey(parts.keyId) : openWith(master, parts, place);
    },
    isSealedByOlderKey: (sealed) => readParts(sealed)?.keyId !== newest.id,
  };
}

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

interface SealedParts {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly data: Buffer;
}

function readParts(sealed: string): SealedParts | undefined {
  const [form, keyId, nonce, tag, data, ...more] = sealed.split('.');
  if (form !== version || keyId === undefined || more.length > 0) return undefined;
  const bytes = { nonce: readBase64Url(nonce), tag: readBase64Url(tag), data: readBase64Url(data) };
  // A shorter tag is easier to guess, and Node would take one.
  if (bytes.nonce?.length !== nonceBytes || bytes.tag?.length !== tagBytes || bytes.data === undefined) return undefined;
  return { keyId, nonce: bytes.nonce, tag: bytes.tag, data: bytes.data };
}

/** Only the one right spelling: Node skips foreign signs and ignores spare bits, so two texts could mean one value. */
function readBase64Url(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

function openWith(master: MasterKey, { keyId, nonce, tag, data }: SealedParts, place: SealedPlace): Opened {
  const decipher = createDecipheriv('aes-256-gcm', workspaceKey(master, place), nonce, { authTagLength: tagBytes });
  decipher.setAAD(boundData(keyId, place)).setAuthTag(tag);
  const text = decipher.update(data, undefined, 'utf8');
  try {
    return { is: 'opened', text: text + decipher.final('utf8') };
  } catch {
    return notGenuine;
  }
}

function workspaceKey(master: MasterKey, { workspaceId }: SealedPlace): NodeJS.ArrayBufferView {
  return new Uint8Array(hkdfSync('sha256', master.key, 'bellwire', `sealed ${version} ${workspaceId}`, 32));
}

/** As JSON, so that no two places give the same bytes by moving a border between their parts. */
function boundData(keyId: string, { workspaceId, recordId }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([version, keyId, workspaceId, recordId]));
}

const malformed: Opened = {
  is: 'refused',
  reason: 'malformed',
  says: 'The sealed secret is not in the form "v1.keyId.nonce.tag.data". Enter the secret again.',
};

const notGenuine: Opened = {
  is: 'refused',
  reason: 'not-genuine',
  says: 'The sealed secret was changed, or sealed for another workspace or record. Enter the secret again.',
};

function unknownKey(keyId: string): Opened {
  return {
    is: 'refused',
    reason: 'unknown-key',
    says: `The secret was sealed with the master key ${keyId}, which this server does not have. Add that key after the newest one in BELLWIRE_MASTER_KEY or master.key, or enter the secret again.`,
  };
}
