// Runs as the API shows them, each step with the words and the icon of its type.
import type { Selectable, Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { StepRecord, Waiting } from '@bellwire/model/run.ts';
import type { StepType } from '@bellwire/model/step-type.ts';
import type { Tables } from '../database/tables.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import type { EventTables } from './tables.ts';

export type RunView = OutputOf<'getRun'>;
export type RunRow = Selectable<EventTables['run']>;

/** What runs are shown with, read once for all of them. */
export interface RunNames {
  readonly flows: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, string>;
  readonly installs: readonly InstalledApp[];
  readonly stepTypes: readonly StepType[];
}

export async function readRunNames(
  tx: Transaction<Tables>,
  runs: readonly RunRow[],
): Promise<Pick<RunNames, 'flows' | 'contacts'>> {
  const flowIds = [...new Set(runs.flatMap((run) => run.flow_id ?? []))];
  const contactIds = [...new Set(runs.flatMap((run) => run.contact_id ?? []))];
  const flows =
    flowIds.length === 0
      ? []
      : await tx.selectFrom('flow').select(['id', 'name']).where('id', 'in', flowIds).execute();
  const contacts =
    contactIds.length === 0
      ? []
      : await tx.selectFrom('contact').select(['id', 'ns']).where('id', 'in', contactIds).execute();
  return {
    flows: new Map(flows.map((flow) => [flow.id, flow.name])),
    contacts: new Map(contacts.map((contact) => [contact.id, contact.ns])),
  };
}

export function viewRun(run: RunRow, names: RunNames): RunView {
  return {
    id: run.id,
    botId: run.bot_id,
    flowId: run.flow_id,
    flowVersion: run.flow_version,
    flowName: sayFlow(run, names),
    contactId: run.contact_id,
    contactNs: run.contact_id === null ? null : (names.contacts.get(run.contact_id) ?? null),
    status: run.status,
    says: run.says ?? sayWaiting(run.state?.waiting ?? null),
    startedAt: run.started_at,
    endedAt: run.ended_at,
    steps: run.history.map((record) => viewStep(record, names)),
  };
}

/** A run that a one-time URL began has no flow of a bot: it is named by the app whose flow it walks. */
function sayFlow(run: RunRow, names: RunNames): string {
  if (run.flow_id !== null) return names.flows.get(run.flow_id) ?? 'A flow that was removed';
  const [frame] = run.state?.frames ?? [];
  const installId =
    frame?.flow.is === 'app'
      ? frame.flow.installId
      : run.history.find((record) => record.install !== undefined)?.install;
  const install = names.installs.find((candidate) => candidate.id === installId);
  if (install === undefined) return 'A flow of an app';
  const name = frame?.flow.is === 'app' ? frame.flow.flow : undefined;
  const label = install.app.flows.find((flow) => flow.name === name)?.label;
  return label === undefined ? `A flow of ${install.app.label}` : `${install.app.label}: ${label}`;
}

function sayWaiting(waiting: Waiting | null): string | null {
  if (waiting === null) return null;
  return waitingWords[waiting.is];
}

const waitingWords: { readonly [Is in Waiting['is']]: string } = {
  answer: 'Waits for the answer to a request.',
  message: "Waits for the contact's next message.",
  time: 'Waits for its time.',
};

function viewStep(record: StepRecord, { installs, stepTypes }: RunNames): RunView['steps'][number] {
  const type = stepTypes.find((candidate) => candidate.name === record.type);
  const app = installs.find((install) => install.id === record.install)?.app;
  return {
    step: record.step,
    type: record.type,
    typeLabel: type?.label ?? record.type,
    icon: type?.icon ?? 'circle-help',
    depth: record.depth,
    appLabel: app?.label ?? null,
    at: record.at,
    is: record.is,
    ...(record.settings === undefined ? {} : { settings: record.settings }),
    ...(record.exit === undefined ? {} : { exit: record.exit }),
    ...(record.set === undefined ? {} : { set: record.set }),
    ...(record.says === undefined ? {} : { says: record.says }),
  };
}
