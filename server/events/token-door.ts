// The address of a fire token, straight on node:http: the body is the items, and the token says all else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { z } from 'zod';
import { identitiesOf, identitiesSchema, type ContactRef } from '@bellwire/model/identity.ts';
import { operations } from '@bellwire/model/operations/all.ts';
import { defaultBodyBytes } from '@bellwire/model/operation.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { checkInput } from '../http/check-input.ts';
import { answerFailure } from '../http/failure.ts';
import type { LaneDoor } from '../lanes/door.ts';
import type { FireLimits } from '../limits/fire-limits.ts';
import type { FireToken } from '../people/fire-token.ts';
import { KeyProblem } from '../people/key-problem.ts';
import type { KeyRing } from '../people/key-ring.ts';
import { sendProblem, sendTaken, type Taken } from './door-answer.ts';
import { idempotencyHeader } from './idempotency-header.ts';
import { readBytes } from './read-bytes.ts';
import { readObject } from './read-object.ts';
import { renamePlaces } from './rename-places.ts';

interface DoorRooms {
  readonly lanes: LaneDoor;
  readonly keys: KeyRing;
  readonly limits: FireLimits;
  readonly log: Logger;
}

const PATH = '/api/fire/';

/** @returns whether the request was for such an address; the answer then comes by itself. */
export function tokenDoor(rooms: DoorRooms): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (request.method !== 'POST' || request.url?.startsWith(PATH) !== true) return false;
    fireByToken(rooms, request).then(
      (taken) => sendTaken(response, taken),
      // The address holds the secret, so it is not what the log calls the place.
      async (error: unknown) => sendProblem(response, answerFailure(error, `${PATH}…`, rooms.log), error),
    );
    return true;
  };
}

async function fireByToken(rooms: DoorRooms, request: IncomingMessage): Promise<Taken> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const token = await openToken(rooms, pathname.slice(PATH.length));
  const known = { workspaceId: token.workspaceId, installId: token.installId, trigger: token.trigger };
  const firedBy = sayToken(token);
  const allowance = rooms.limits.admit(token);
  try {
    const items = readObject(
      await readBytes(request, operations.fireTrigger.maxBodyBytes ?? defaultBodyBytes),
    );
    const contact = contactOf(token, searchParams);
    const idempotencyKey = idempotencyHeader(request.headers);
    const outcome = await rooms.lanes.fire({ ...known, contact, items, idempotencyKey, firedBy });
    if (outcome instanceof ProblemError) throw renamePlaces(outcome, { items: null });
    return { answer: outcome, allowance };
  } catch (error) {
    // Problems with the event itself have been kept where they were found; these never became one.
    if (error instanceof ProblemError && unreadable.has(error.code))
      await rooms.lanes.refused({ ...known, contact: token.contactNs ?? '', items: {}, firedBy }, error);
    throw error;
  }
}

const unreadable: ReadonlySet<string> = new Set(['bad-json', 'bad-input', 'body-too-large']);

function sayToken({ name, start }: Pick<FireToken, 'name' | 'start'>): string {
  return `The fire token "${name}" (${start}…)`;
}

/** @throws ProblemError where it is none, or is over: what is known of it is kept in the story of its workspace. */
async function openToken({ keys, lanes }: DoorRooms, text: string): Promise<FireToken> {
  const answer = await keys.fireToken(text);
  if (!(answer instanceof ProblemError)) return answer;
  if (answer instanceof KeyProblem) {
    const { workspaceId, installId } = answer.key;
    const nothing = { trigger: '', contact: '', items: {} };
    await lanes.refused({ workspaceId, installId, ...nothing, firedBy: sayToken(answer.key) }, answer);
  }
  throw answer;
}

const queryShape = z.strictObject({
  contact: z.string().min(1).max(40).optional(),
  ...identitiesSchema.shape,
});

/** Of a token for one contact, that one; else whom the query names: `?contact=f1u7`, `?email=ada@example.com`. */
function contactOf({ contactNs }: FireToken, query: URLSearchParams): ContactRef {
  if (contactNs !== null) {
    if (query.size === 0) return contactNs;
    throw badQuery(`This fire token is for the contact ${contactNs} only. Leave the query out.`);
  }
  const given = Object.fromEntries(query);
  // A plus in a query is read as a blank, and nobody writes %2B by himself.
  if (given['phone'] !== undefined) given['phone'] = given['phone'].replace(/^ /, '+');
  const { contact, ...identities } = checkInput(queryShape, given);
  const known = identitiesOf(identities);
  if (contact !== undefined && known.length === 0) return contact;
  if (contact === undefined && known.length > 0) return known;
  throw badQuery(
    'Name the contact in the query, once: ?contact=<its ns>, or ?customerId=, ?channelUserId=, ?email= or ?phone=.',
  );
}

function badQuery(says: string): ProblemError {
  return new ProblemError('bad-input', { complaints: [{ path: ['contact'], says }] });
}
