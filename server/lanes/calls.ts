// Does the requests that runs wait for, and puts each answer into its lane; a request is known by one key however often it is tried.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Call, CallAnswer } from '@bellwire/model/effect.ts';
import type { Log } from './log.ts';
import type { SendCall } from './send-call.ts';
import { uuidV7 } from '../database/uuid.ts';
import { callRow } from './rows.ts';
import type { Work } from './work.ts';

/** All that is needed to do a request, whichever process has to. */
export interface OutgoingCall {
  readonly id: string;
  readonly workspaceId: string;
  readonly lane: string;
  readonly runId: string;
  readonly turn: number;
  readonly installId: string | null;
  readonly call: Call;
  readonly dueAt: string;
}

export interface CallRunner {
  /** The requests of a committed batch. */
  add(works: readonly Work[]): void;
  /** The open requests of shards taken over. */
  takeOver(session: pg.Client, shards: readonly number[]): Promise<void>;
  /** Starts no more of those known: another worker may have them now. */
  forget(): void;
}

/** Requests under way in one process; the guarded client bounds those to one host further. */
const MOST_AT_ONCE = 200;
const PAUSE_BEFORE_STORING_AGAIN_MS = 1_000;

export function callRunner({ send, log, logger }: { send: SendCall; log: Log; logger: Logger }): CallRunner {
  let ready: OutgoingCall[] = [];
  let underWay = 0;
  const timers = new Set<NodeJS.Timeout>();

  const startMore = (): void => {
    while (underWay < MOST_AT_ONCE) {
      const next = ready.shift();
      if (next === undefined) return;
      underWay += 1;
      void doCall(next).finally(() => {
        underWay -= 1;
        startMore();
      });
    }
  };

  const doCall = async (outgoing: OutgoingCall): Promise<void> => {
    const answer = await send(outgoing);
    await store(outgoing, answer);
  };

  /** The answer is stored until it is: dropping it would only have the request done again. */
  const store = async (outgoing: OutgoingCall, answer: CallAnswer): Promise<void> => {
    const { id, workspaceId, lane, runId, turn } = outgoing;
    for (;;) {
      try {
        await log.submit({
          id: uuidV7(),
          workspaceId,
          lane,
          arrival: { kind: 'answer', runId, turn, answer },
          answers: id,
        });
        return;
      } catch (error) {
        logger.warn({ err: error, call: id }, 'The answer to a request could not be stored yet.');
        await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_STORING_AGAIN_MS));
      }
    }
  };

  const plan = (outgoing: OutgoingCall): void => {
    const pause = Date.parse(outgoing.dueAt) - Date.now();
    if (pause <= 0) {
      ready.push(outgoing);
      return startMore();
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      ready.push(outgoing);
      startMore();
    }, pause);
    timers.add(timer);
  };

  return {
    add: (works) => {
      for (const work of works) {
        if (work.call === null) continue;
        const row = callRow(work.call, work);
        plan({
          id: row.id,
          workspaceId: row.workspace_id,
          lane: row.lane,
          runId: row.run_id,
          turn: row.turn,
          installId: row.install_id,
          call: row.call,
          dueAt: row.due_at,
        });
      }
    },
    takeOver: async (session, shards) => {
      for (const outgoing of await readOpenCalls(session, shards)) plan(outgoing);
    },
    forget: () => {
      ready = [];
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

async function readOpenCalls(session: pg.Client, shards: readonly number[]): Promise<OutgoingCall[]> {
  const { rows } = await session.query<OutgoingCall>(
    `select id, workspace_id as "workspaceId", lane, run_id as "runId", turn, install_id as "installId", call, due_at as "dueAt"
       from outgoing_call where shard = any($1::smallint[]) order by due_at`,
    [shards],
  );
  return rows;
}
