// An install's row, held until the end of the transaction that changes it.
import type { Selectable, Transaction } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { AppTables } from '../apps/tables.ts';
import type { Tables } from '../database/tables.ts';
import { installNotFound } from './install-view.ts';

type InstallRow = Selectable<AppTables['install']>;

export async function lockInstall(tx: Transaction<Tables>, installId: string): Promise<InstallRow> {
  const install = await tx
    .selectFrom('install')
    .selectAll()
    .where('id', '=', installId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (install === undefined) throw installNotFound();
  return install;
}

export async function lockLiveInstall(tx: Transaction<Tables>, installId: string): Promise<InstallRow> {
  const install = await lockInstall(tx, installId);
  if (install.state !== 'uninstalled') return install;
  throw new ProblemError('conflict', {
    says: `"${install.name}" has been uninstalled. Install the app again: the new install comes with a key of its own.`,
  });
}
