// The three addresses at which triggers are fired, straight on node:http: the hot path, and the one where a refusal is kept too.
//
// Why not through the router like all others: Request and Response objects cost about 60 µs a call, a third of what an event may
// cost in all; and what is refused here (a broken body, an expired key) belongs into the story of the workspace it was meant for.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { JsonObject } from '@bellwire/model/json.ts';
import { defaultBodyBytes, type Operation } from '@bellwire/model/operation.ts';
import { operations } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { checkInput } from '../http/check-input.ts';
import { answerFailure } from '../http/failure.ts';
import { refusal } from '../http/rights.ts';
import type { LaneDoor } from '../lanes/door.ts';
import type { FireLimits } from '../limits/fire-limits.ts';
import type { KeyCaller } from '../people/caller.ts';
import { bearerToken } from '../people/find-caller.ts';
import { KeyProblem } from '../people/key-problem.ts';
import type { KeyRing } from '../people/key-ring.ts';
import { sendProblem, sendTaken, type Taken } from './door-answer.ts';
import { idempotencyHeader } from './idempotency-header.ts';
import { loopTurns } from './loop-turns.ts';
import { readBytes } from './read-bytes.ts';
import { readObject } from './read-object.ts';
import { fireHandlers, type FireContext } from './fire.ts';

interface DoorRooms {
  readonly lanes: LaneDoor;
  readonly keys: KeyRing;
  readonly limits: FireLimits;
  readonly log: Logger;
}

interface Route {
  readonly operation: Operation;
  fire(body: JsonObject, context: FireContext): Promise<unknown>;
}

const routes: Readonly<Record<string, Route>> = {
  [operations.fireTrigger.path]: {
    operation: operations.fireTrigger,
    fire: (body, context) =>
      fireHandlers.fireTrigger(checkInput(operations.fireTrigger.input, body), context),
  },
  [operations.fireTriggers.path]: {
    operation: operations.fireTriggers,
    fire: (body, context) =>
      fireHandlers.fireTriggers(checkInput(operations.fireTriggers.input, body), context),
  },
  [operations.appTrigger.path]: {
    operation: operations.appTrigger,
    fire: (body, context) => fireHandlers.appTrigger(checkInput(operations.appTrigger.input, body), context),
  },
};

/** @returns whether the request was for one of these addresses; the answer then comes by itself. */
export function fireDoor(rooms: DoorRooms): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const route = request.method === 'POST' ? routes[request.url ?? ''] : undefined;
    if (route === undefined) return false;
    handle(rooms, route, request).then(
      (taken) => sendTaken(response, taken),
      async (error: unknown) =>
        sendProblem(response, answerFailure(error, request.url ?? '', rooms.log), error),
    );
    return true;
  };
}

const LARGE_BYTES = 4096;
const turnForLarge = loopTurns();

async function handle(rooms: DoorRooms, route: Route, request: IncomingMessage): Promise<Taken> {
  const caller = await callerOf(rooms, route, request);
  const allowance = rooms.limits.admit(caller);
  try {
    const bytes = await readBytes(request, route.operation.maxBodyBytes ?? defaultBodyBytes);
    if (bytes.length > LARGE_BYTES) await turnForLarge();
    const body = readObject(bytes);
    if (Array.isArray(body['events'])) allowance.take(body['events'].length - 1);
    const idempotencyKey = idempotencyHeader(request.headers);
    const answer = await route.fire(body, {
      lanes: rooms.lanes,
      caller,
      workspaceId: caller.workspaceId,
      idempotencyKey,
    });
    return { answer, allowance };
  } catch (error) {
    // Problems with one event are kept where they are found, with its trigger and contact; these never became an event.
    if (error instanceof ProblemError && unreadable.has(error.code)) await keepRefusal(rooms, caller, error);
    throw error;
  }
}

const unreadable: ReadonlySet<string> = new Set(['bad-json', 'bad-input', 'body-too-large']);

async function callerOf(
  rooms: DoorRooms,
  { operation }: Route,
  request: IncomingMessage,
): Promise<KeyCaller> {
  const { authorization } = request.headers;
  if (authorization === undefined) throw new ProblemError('not-signed-in');
  const answer = await rooms.keys.keyCaller(bearerToken(authorization) ?? '');
  if (answer instanceof ProblemError) {
    if (answer instanceof KeyProblem) await keepRefusal(rooms, answer.key, answer);
    throw answer;
  }
  const problem = refusal(operation, answer);
  if (problem === undefined) return answer;
  await keepRefusal(rooms, answer, problem);
  throw problem;
}

async function keepRefusal(
  { lanes }: DoorRooms,
  key: Pick<KeyCaller, 'workspaceId' | 'installId' | 'name' | 'start'>,
  problem: ProblemError,
): Promise<void> {
  const { workspaceId, installId, name, start } = key;
  await lanes.refused(
    {
      workspaceId,
      installId,
      trigger: '',
      contact: '',
      items: {},
      firedBy: `The key "${name}" (${start}…)`,
    },
    problem,
  );
}
