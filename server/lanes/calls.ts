// Does the requests and scripts that runs wait for, and puts each answer into its lane; a request is known by one key however often it is tried.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import type { Script, ScriptResult } from '@bellwire/model/script.ts';
import { uuidV7 } from '../database/uuid.ts';
import { callQueue } from './call-queue.ts';
import type { Log } from './log.ts';
import { outgoingCall, readOpenCalls, type OutgoingCall } from './outgoing-call.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { SendCall } from './send-call.ts';
import type { Work } from './work.ts';

export interface CallRunner {
  /** The requests of a committed batch. */
  add(works: readonly Work[]): void;
  /** The open requests of shards taken over. */
  takeOver(session: pg.Client, shards: readonly number[]): Promise<void>;
  /** Starts no more of those known: another worker may have them now. */
  forget(): void;
}

interface CallRooms {
  readonly send: SendCall;
  readonly sandbox: Sandbox;
  readonly log: Log;
  readonly logger: Logger;
}

const PAUSE_BEFORE_STORING_AGAIN_MS = 1_000;

export function callRunner(rooms: CallRooms): CallRunner {
  const doIt = async (outgoing: OutgoingCall): Promise<void> =>
    storeAnswer(rooms, outgoing, await answerTo(rooms, outgoing));
  const requests = callQueue(MOST_REQUESTS, doIt);
  // Of their own, or slow scripts would hold up requests. The sandbox lets the workspaces take turns, so all may wait there.
  const scripts = callQueue(Number.POSITIVE_INFINITY, doIt);
  const plan = (outgoing: OutgoingCall): void =>
    (isScript(outgoing.call) ? scripts : requests).plan(outgoing);
  return {
    add: (works) => {
      for (const work of works) if (work.call !== null) plan(outgoingCall(work.call, work));
    },
    takeOver: async (session, shards) => {
      for (const outgoing of await readOpenCalls(session, shards)) plan(outgoing);
    },
    forget: () => {
      requests.forget();
      scripts.forget();
    },
  };
}

function answerTo(
  { send, sandbox }: CallRooms,
  { call, installId, workspaceId }: OutgoingCall,
): Promise<CallAnswer | ScriptResult> {
  return isScript(call) ? sandbox.run(workspaceId, call) : send({ installId, call });
}

/** Under way in one process; the guarded client bounds those to one host further. */
const MOST_REQUESTS = 200;

function isScript(call: OutgoingCall['call']): call is Script {
  return 'code' in call;
}

/** The answer is stored until it is: dropping it would only have the request done again. */
async function storeAnswer(
  { log, logger }: CallRooms,
  { id, workspaceId, lane, runId, turn }: OutgoingCall,
  answer: CallAnswer | ScriptResult,
): Promise<void> {
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
}
