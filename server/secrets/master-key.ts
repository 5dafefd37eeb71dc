// Finds the keys that seal all secrets: in the environment, or in a file of the data directory that is made at first start.
import { type KeyObject, createHash, createSecretKey, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface MasterKey {
  /** Eight hex digits derived from the key: tells which key sealed a value without a list of names to keep. */
  readonly id: string;
  /** A KeyObject shows nothing of itself in logs or JSON. */
  readonly key: KeyObject;
}

/** The first one seals, all of them open. */
export type MasterKeys = readonly [newest: MasterKey, ...older: MasterKey[]];

export interface KeyPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
}

/** As `findMasterKeys`; where there is none, `<dataDir>/master.key` is made. */
export async function loadMasterKeys(places: KeyPlaces): Promise<MasterKeys> {
  const path = keyFile(places.dataDir);
  return (await findMasterKeys(places)) ?? parseMasterKeys(await makeKeyFile(places.dataDir, path), path);
}

/**
 * Reads `BELLWIRE_MASTER_KEY` (32 bytes in base64, as `openssl rand -base64 32` prints them), else `<dataDir>/master.key`.
 * Both may hold several keys, newest first, separated by commas or lines: that is how a key is replaced.
 * @returns undefined where there is neither.
 * @throws Error naming the place, where a key cannot be read or others can read the file.
 */
export async function findMasterKeys({ env, dataDir }: KeyPlaces): Promise<MasterKeys | undefined> {
  const given = env['BELLWIRE_MASTER_KEY'];
  if (given !== undefined && given.trim() !== '') return parseMasterKeys(given, 'BELLWIRE_MASTER_KEY');
  const path = keyFile(dataDir);
  const text = await readKeyFile(path);
  return text === undefined ? undefined : parseMasterKeys(text, path);
}

function keyFile(dataDir: string): string {
  return join(dataDir, 'master.key');
}

export function parseMasterKeys(text: string, place: string): MasterKeys {
  const [newest, ...older] = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part, index) => parseKey(part, `${place}, key ${index + 1}`));
  if (newest === undefined) throw new Error(`${place} holds no key. ${howToMake}`);
  return [newest, ...older];
}

const howToMake = 'Expected 32 random bytes in base64: make them with "openssl rand -base64 32".';

function parseKey(text: string, place: string): MasterKey {
  const bytes = Buffer.from(text, 'base64');
  // Node skips signs that are not base64, so a mistyped key would silently become another key.
  if (bytes.length !== 32 || bytes.toString('base64') !== text)
    throw new Error(`${place} cannot be read. ${howToMake}`);
  const id = createHash('sha256').update('bellwire key id').update(bytes).digest('hex').slice(0, 8);
  return { id, key: createSecretKey(bytes) };
}

async function readKeyFile(path: string): Promise<string | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by other users of this machine. Run: chmod 600 "${path}"`);
  }
  return readFile(path, 'utf8');
}

/**
 * Written aside, forced to disk and then linked: two servers that start at once agree on one key, and no power cut can
 * leave a half-written one, or secrets on disk whose key is not.
 */
async function makeKeyFile(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  const text = `${randomBytes(32).toString('base64')}\n`;
  await using file = await open(aside, 'wx', 0o600);
  try {
    await chmod(aside, 0o600);
    await file.writeFile(text);
    await file.sync();
    const isOurs = await link(aside, path).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      },
    );
    return isOurs ? text : await readFile(path, 'utf8');
  } finally {
    await rm(aside);
    await syncDirectory(dataDir);
  }
}

async function syncDirectory(path: string): Promise<void> {
  // Windows opens no directories, and keeps the order of such changes itself.
  if (process.platform === 'win32') return;
  await using directory = await open(path);
  await directory.sync();
}
