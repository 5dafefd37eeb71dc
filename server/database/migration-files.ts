// Reads the numbered SQL files of a folder, and refuses doubles and strange names.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Migration {
  /** Grows from file to file; numbers may be left out. */
  readonly number: number;
  /** The file's name: `0001-start.sql`. */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
  /**
   * Of a migration that takes something away: the number of the one since which no code uses it any more, from its line
   * `-- contract after 0141: why`. Null for one that only adds, beside which older code goes on working.
   */
  readonly contractAfter: number | null;
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const files = await Promise.all(names.map((name) => readMigration(folder, name)));
  for (const [index, { number, name }] of files.entries()) {
    const before = files[index - 1];
    if (before?.number === number)
      throw new Error(`The migrations ${before.name} and ${name} have the same number. Give one another.`);
  }
  return files;
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const [, digits] = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name) ?? [];
  if (digits === undefined) {
    throw new Error(
      `The migration ${name} should be called 0001-some-words.sql: a number in four digits, and what it is about.`,
    );
  }
  // A checkout on Windows may bring other line ends; the migration is still the same.
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(text).digest('hex');
  return { number: Number(digits), name, text, checksum, contractAfter: contractAfter(text) };
}

function contractAfter(text: string): number | null {
  const [, digits] = /^-- contract after (\d{4}): \S/m.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}
