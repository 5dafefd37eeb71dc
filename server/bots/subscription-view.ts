// Subscriptions as the API shows them, with what they listen to and what became of its events.
import type { Selectable, Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Context } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import { viewComplaint } from '../http/complaint-view.ts';
import { contractWarnings } from './contract-warnings.ts';
import type { BotTables } from './tables.ts';

type SubscriptionRow = Selectable<BotTables['subscription']>;
type SubscriptionView = OutputOf<'listSubscriptions'>['rows'][number];

/** @throws ProblemError `not-found` */
export async function getSubscriptionRow(tx: Transaction<Tables>, id: string): Promise<SubscriptionRow> {
  const row = await tx.selectFrom('subscription').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined)
    throw new ProblemError('not-found', { says: 'There is no such subscription in this workspace.' });
  return row;
}

/** Reads the subscription as it is now: call it after the transaction that changed it. */
export async function viewSubscription(context: Context, id: string): Promise<SubscriptionView> {
  const row = await context.inWorkspace((tx) => getSubscriptionRow(tx, id));
  const [view] = await viewSubscriptions(context, [row]);
  if (view === undefined) throw new TypeError('A subscription without its install cannot be.');
  return view;
}

/** Oldest first: the order in which they run. */
export async function viewSubscriptions(
  context: Context,
  rows: readonly SubscriptionRow[],
): Promise<SubscriptionView[]> {
  const installs = await installedApps(context, { ids: rows.map((row) => row.install_id) });
  const { counts, flowNames } = await context.inWorkspace(async (tx) => ({
    counts: await readCounts(tx, rows),
    flowNames: await readFlowNames(tx, rows),
  }));
  return rows.flatMap((row) => {
    const install = installs.find((candidate) => candidate.id === row.install_id);
    if (install === undefined) return [];
    const count = counts.get(row.id);
    return [
      {
        ...viewRow(row, install),
        flowName: flowNames.get(row.flow_id) ?? '',
        lastFiredAt: count?.last ?? null,
        counts: count?.counts ?? noCounts,
      },
    ];
  });
}

const noCounts = { done: 0, filtered: 0, parked: 0 };

function viewRow(row: SubscriptionRow, install: InstalledApp) {
  return {
    id: row.id,
    botId: row.bot_id,
    installId: row.install_id,
    installName: install.name,
    appLabel: install.app.label,
    logo: install.app.logo ?? null,
    trigger: row.trigger,
    triggerLabel: install.app.triggers.find((trigger) => trigger.name === row.trigger)?.label ?? row.trigger,
    enabled: row.enabled,
    installed: install.state !== 'uninstalled',
    filter: row.filter,
    note: row.note,
    mappings: row.mappings,
    flowId: row.flow_id,
    createdAt: row.created_at,
    warnings: contractWarnings(row, install.app).map(viewComplaint),
  };
}

/** Summed over the slots, which exist only so that workers do not wait for one another. */
async function readCounts(tx: Transaction<Tables>, rows: readonly SubscriptionRow[]) {
  if (rows.length === 0) return new Map<string, { counts: typeof noCounts; last: string | null }>();
  const sums = await tx
    .selectFrom('subscription_count')
    .select('subscription_id')
    // A sum of bigint is numeric, which arrives as text.
    .select((row) => [
      row.cast<number>(row.fn.sum('done'), 'bigint').as('done'),
      row.cast<number>(row.fn.sum('filtered'), 'bigint').as('filtered'),
      row.cast<number>(row.fn.sum('parked'), 'bigint').as('parked'),
      row.fn.max('last_fired_at').as('last'),
    ])
    .where(
      'subscription_id',
      'in',
      rows.map((row) => row.id),
    )
    .groupBy('subscription_id')
    .execute();
  return new Map(sums.map(({ subscription_id, last, ...counts }) => [subscription_id, { counts, last }]));
}

async function readFlowNames(
  tx: Transaction<Tables>,
  rows: readonly SubscriptionRow[],
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const flows = await tx
    .selectFrom('flow')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      rows.map((row) => row.flow_id),
    )
    .execute();
  return new Map(flows.map((flow) => [flow.id, flow.name]));
}
