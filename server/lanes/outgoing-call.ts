// A request or a script that a run waits for, with all that is needed to do it, whichever process has to.
import type pg from 'pg';
import type { Call } from '@bellwire/model/effect.ts';
import type { Script } from '@bellwire/model/script.ts';
import { callRow } from './rows.ts';
import type { Work } from './work.ts';

export interface OutgoingCall {
  readonly id: string;
  readonly workspaceId: string;
  readonly lane: string;
  readonly runId: string;
  readonly turn: number;
  readonly installId: string | null;
  readonly call: Call | Script;
  readonly dueAt: string;
}

/** The request that a committed piece of work asks for. */
export function outgoingCall(wanted: NonNullable<Work['call']>, work: Work): OutgoingCall {
  const row = callRow(wanted, work);
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    lane: row.lane,
    runId: row.run_id,
    turn: row.turn,
    installId: row.install_id,
    call: row.call,
    dueAt: row.due_at,
  };
}

/** The requests of these shards that have no answer yet, the longest due first. */
export async function readOpenCalls(session: pg.Client, shards: readonly number[]): Promise<OutgoingCall[]> {
  const { rows } = await session.query<OutgoingCall>(
    `select id, workspace_id as "workspaceId", lane, run_id as "runId", turn, install_id as "installId", call, due_at as "dueAt"
       from outgoing_call where shard = any($1::smallint[]) order by due_at`,
    [shards],
  );
  return rows;
}
