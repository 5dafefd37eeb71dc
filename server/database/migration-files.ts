// Reads the numbered SQL files of a folder, and refuses strange names and doubled numbers.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  /** They go up; gaps are allowed, so that branches can take numbers without asking one another. */
  readonly number: number;
  /** The file's name: `0001-start.sql`. */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map((name, index) => readMigration(folder, name, names[index - 1])));
}

async function readMigration(folder: string, name: string, before: string | undefined): Promise<Migration> {
  const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
  if (number === undefined || before?.startsWith(number) === true) {
    throw new Error(
      `The migration ${name} should be called 0000-some-words.sql, with a number of its own in four digits.`,
    );
  }
  // A checkout on Windows may bring other line ends; the migration is still the same.
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(number), name, text, checksum: createHash('sha256').update(text).digest('hex') };
}
