// A bot's flow as the API shows it: its draft, what starts it, and what the check says of it.
import type { Selectable, Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Context } from '../http/handler.ts';
import { viewComplaint } from '../http/complaint-view.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import { checkDraft } from './flow-surroundings.ts';
import type { Starter } from './starters.ts';
import { readStarters } from './starters.ts';
import type { BotTables } from './tables.ts';

export type FlowRow = Selectable<BotTables['flow']>;
type FlowSummary = OutputOf<'listFlows'>['rows'][number];

/** Reads the flow as it is now: call it after the transaction that changed it. */
export async function viewFlow(context: Context, flowId: string): Promise<OutputOf<'getFlow'>> {
  const installs = await installedApps(context);
  return context.inWorkspace(async (tx) => {
    const flow = await getFlowRow(tx, flowId);
    const starters = await readStarters(tx, flow.bot_id);
    return {
      ...summariseFlow(flow, starters, installs),
      graph: flow.draft,
      revision: flow.revision,
      complaints: (await checkDraft(tx, flow, installs)).map(viewComplaint),
    };
  });
}

/** @throws ProblemError `not-found` */
export async function getFlowRow(tx: Transaction<Tables>, flowId: string): Promise<FlowRow> {
  const flow = await tx.selectFrom('flow').selectAll().where('id', '=', flowId).executeTakeFirst();
  if (flow === undefined) throw flowNotFound();
  return flow;
}

/**
 * Holds the row until the end of the transaction, so that of two edits at once the second sees the first.
 *
 * @throws ProblemError `not-found`, or `stale-edit` when the draft is at another revision than the caller has seen.
 */
export async function lockFlow(tx: Transaction<Tables>, flowId: string, revision: number): Promise<FlowRow> {
  const flow = await tx
    .selectFrom('flow')
    .selectAll()
    .where('id', '=', flowId)
    .forUpdate()
    .executeTakeFirst();
  if (flow === undefined) throw flowNotFound();
  if (flow.revision !== revision)
    throw new ProblemError('stale-edit', { facts: { revision: flow.revision } });
  return flow;
}

export function summariseFlow(
  flow: FlowRow,
  starters: readonly Starter[],
  installs: readonly InstalledApp[],
): FlowSummary {
  return {
    id: flow.id,
    botId: flow.bot_id,
    name: flow.name,
    kind: flow.kind,
    publishedVersion: flow.published_version,
    hasUnpublishedChanges: flow.published_revision !== flow.revision,
    keywords: flow.keywords,
    startedBy: starters
      .filter((starter) => starter.flow_id === flow.id)
      .map((starter) => ({ subscriptionId: starter.id, label: labelOf(starter, installs) })),
    updatedAt: flow.updated_at,
  };
}

function labelOf({ install_id, trigger }: Starter, installs: readonly InstalledApp[]): string {
  const install = installs.find((candidate) => candidate.id === install_id);
  const label = install?.app.triggers.find((candidate) => candidate.name === trigger)?.label ?? trigger;
  return install === undefined ? label : `${install.name}: ${label}`;
}

function flowNotFound(): ProblemError {
  return new ProblemError('not-found', { says: 'There is no such flow in this workspace.' });
}
