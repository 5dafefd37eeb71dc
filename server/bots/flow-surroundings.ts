// What the flows of a bot can name, gathered for their check.
import type { Transaction } from 'kysely';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { checkFlow } from '@bellwire/model/check/check-flow.ts';
import type { FlowGraph, FlowKind } from '@bellwire/model/flow.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import { readStarters } from './starters.ts';
import { readUserFields } from './user-fields.ts';

interface CheckedFlow {
  readonly id: string;
  readonly bot_id: string;
  readonly kind: FlowKind;
  readonly draft: FlowGraph;
}

export async function checkDraft(
  tx: Transaction<Tables>,
  flow: CheckedFlow,
  installs: readonly InstalledApp[],
): Promise<Complaint[]> {
  const userFields = await readUserFields(tx, flow.bot_id);
  const flows = await tx.selectFrom('flow').select('id').where('bot_id', '=', flow.bot_id).execute();
  const surroundings = {
    kind: flow.kind,
    userFields: userFields.map((field) => field.name),
    flows: flows.map(({ id }) => id),
    installs: installs
      .filter((install) => install.state !== 'uninstalled')
      .map((install) => ({ id: install.id, actions: install.app.actions.map((action) => action.name) })),
    triggerItems: await readTriggerItems(tx, flow, installs),
  };
  return [...checkFlow(flow.draft, surroundings, checkTools)];
}

/** Null while no subscription starts the flow: which items there will be is not known then. */
async function readTriggerItems(
  tx: Transaction<Tables>,
  flow: CheckedFlow,
  installs: readonly InstalledApp[],
): Promise<string[] | null> {
  const starters = (await readStarters(tx, flow.bot_id)).filter((starter) => starter.flow_id === flow.id);
  if (starters.length === 0) return null;
  const items = starters.flatMap((starter) => {
    const install = installs.find((candidate) => candidate.id === starter.install_id);
    return install?.app.triggers.find((trigger) => trigger.name === starter.trigger)?.items ?? [];
  });
  return [...new Set(items.map((item) => item.name))];
}
