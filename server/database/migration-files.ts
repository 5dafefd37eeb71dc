// Reads the numbered SQL files of a folder, and refuses gaps and doubles in their numbers.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  /** 1 for the first, without gaps. */
  readonly number: number;
  /** The file's name: `0001-start.sql`. */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map((name, index) => readMigration(folder, name, index + 1)));
}

async function readMigration(folder: string, name: string, number: number): Promise<Migration> {
  const expected = String(number).padStart(4, '0');
  if (!new RegExp(`^${expected}-[a-z0-9-]+\\.sql$`).test(name)) {
    throw new Error(
      `The migration ${name} should be called ${expected}-some-words.sql: numbers go up by one, in four digits.`,
    );
  }
  // A checkout on Windows may bring other line ends; the migration is still the same.
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') };
}
