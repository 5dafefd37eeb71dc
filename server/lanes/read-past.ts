// Reads what arrivals of a batch are about that is over: events that are run again, runs that are replayed.
import type { Selectable } from 'kysely';
import type pg from 'pg';
import { isJsonObject } from '@bellwire/model/json.ts';
import type { Tables } from '../database/tables.ts';
import type { Arrival } from './arrival.ts';
import type { Definitions } from './definitions.ts';
import type { RunName } from './read-batch.ts';
import type { LaneRow, PastEvent, PastRun } from './work.ts';

export interface Past {
  /** By the event's id. */
  readonly past: Map<string, PastEvent>;
  /** By the run's id. */
  readonly pastRuns: ReadonlyMap<string, PastRun>;
}

/** The event of before that an arrival is about. */
export function pastEventOf(arrival: Arrival): string | null {
  return arrival.kind === 'unpark' || arrival.kind === 'hear' || arrival.kind === 'replay'
    ? arrival.eventId
    : null;
}

/** Also the flow version that a replayed run was on. */
export async function readPast(
  session: pg.Client,
  rows: readonly LaneRow[],
  definitions: ReadonlyMap<string, Definitions>,
): Promise<Past> {
  const past = new Map<string, PastEvent>();
  const pastRuns = new Map<string, PastRun>();
  for (const { arrival, workspaceId } of rows) {
    const eventId = pastEventOf(arrival);
    const event = eventId === null ? null : await readPastEvent(session, workspaceId, eventId);
    if (event !== null) past.set(event.row.id, event);
    if (arrival.kind !== 'replay') continue;
    const run = await readPastRun(session, { workspaceId, id: arrival.runId });
    if (run === null) continue;
    pastRuns.set(run.id, { ...run, event });
    const { flowId, flowVersion } = run;
    if (flowId !== null && flowVersion !== null)
      await definitions.get(workspaceId)?.need([{ is: 'bot', flowId, version: flowVersion }]);
  }
  return { past, pastRuns };
}

async function readPastEvent(
  session: pg.Client,
  workspaceId: string,
  eventId: string,
): Promise<PastEvent | null> {
  const { rows } = await session.query<Selectable<Tables['event']>>({
    name: 'lane-past-event',
    text: 'select * from event where workspace_id = $1 and id = $2',
    values: [workspaceId, eventId],
  });
  const [row] = rows;
  if (row === undefined || row.contact_id === null || row.install_id === null) return null;
  const fire = {
    kind: 'fire',
    installId: row.install_id,
    trigger: row.trigger,
    items: isJsonObject(row.items) ? row.items : {},
    source: row.source,
    firedBy: row.fired_by,
    hops: row.hops,
    causeRunId: row.cause_run_id,
    urlId: row.url_id,
    onlySubscriptionId: row.only_subscription_id,
    arrival: row.arrival,
  } as const;
  const laneRow = {
    seq: 0,
    lane: row.contact_id,
    shard: 0,
    workspaceId,
    id: eventId,
    acceptedAt: row.fired_at,
    arrival: fire,
    isHeld: false,
  };
  return { row: laneRow, fire, decisions: row.decisions, state: row.state };
}

async function readPastRun(
  session: pg.Client,
  { workspaceId, id }: RunName,
): Promise<Omit<PastRun, 'event'> | null> {
  const { rows } = await session.query<Selectable<Tables['run']>>({
    name: 'lane-past-run',
    text: 'select * from run where workspace_id = $1 and id = $2',
    values: [workspaceId, id],
  });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    id: row.id,
    botId: row.bot_id,
    eventId: row.event_id,
    subscriptionId: row.subscription_id,
    flowId: row.flow_id,
    flowVersion: row.flow_version,
    hops: row.hops,
    status: row.status,
    history: row.history,
  };
}
