// For tests: a database as it was before a migration, to see what the migration makes of it.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { migrate, migrationsFolder } from '../database/migrate.ts';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';

/** @param before The file's name: it, and what comes after it, is left for `migrate()`. */
export async function oldDatabase(t: TestContext, before: string): Promise<TestDatabase> {
  const database = await testDatabase(t);
  await database.pool.query('drop schema public cascade');
  await database.pool.query('create schema public');
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-old-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const name of (await readdir(migrationsFolder)).filter(
    (name) => name < before && name.endsWith('.sql'),
  ))
    await writeFile(join(folder, name), await readFile(join(migrationsFolder, name)));
  await migrate(database.pool, folder);
  return database;
}
