// What becomes of a call at a webhook: challenge, signature, double, contact, and then the contact's lane.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Receiving } from '@bellwire/model/webhook.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Arrival } from '../lanes/arrival.ts';
import type { LaneDoor } from '../lanes/door.ts';
import { isSameText } from './is-same-text.ts';
import { noteCall, takeCall, type CallRecord, type DoubleKey } from './call-log.ts';
import { checkSignature } from './check-signature.ts';
import type { FoundWebhook } from './find-webhook.ts';
import { nameContact } from './name-contact.ts';
import { keepCall, payloadOf, type KeptCall, type RawCall } from './raw-call.ts';

export interface TakeRooms {
  readonly platform: Kysely<Tables>;
  readonly lanes: Pick<LaneDoor, 'findContact' | 'wake'>;
}

export interface Answer {
  readonly status: number;
  /** As it is sent, or what is said of a refusal. */
  readonly text: string;
  readonly is: 'answer' | 'refusal';
  /** A line of the log that is worth no more than others of its kind: where too many come, it is left out. */
  readonly note?: CallRecord;
  readonly allow?: string;
}

/** When it answers with 2xx, what came is on disk. */
export async function takeWebhookCall(
  rooms: TakeRooms,
  webhook: FoundWebhook,
  raw: RawCall,
): Promise<Answer> {
  const { receiving, secrets } = webhook;
  const kept = keepCall(raw, hiddenNames(receiving));
  const seen = { id: uuidV7(), webhook, kept };
  const asked = queryChallenge(receiving, secrets, raw);
  if (asked !== undefined) return { ...asked, note: noteOf(seen, asked) };
  if (!receiving.methods.some((method) => method === raw.method))
    return refuse(
      seen,
      405,
      `This address takes ${receiving.methods.join(' and ')}.`,
      receiving.methods.join(', '),
    );
  const signed = checkSignature(receiving.signature, secrets, raw, Date.now());
  if (!signed.ok) return refuse(seen, 401, signed.says);
  const read = payloadOf(kept);
  if (!read.ok) return refuse(seen, 400, read.says);
  const challenge = bodyChallenge(receiving, read.payload);
  if (challenge !== undefined) return { ...challenge, note: noteOf(seen, challenge) };
  const double = doubleKey(receiving, signed.id, { raw, payload: read.payload });
  return takePayload(rooms, { ...seen, double, payload: read.payload });
}

interface Seen {
  readonly id: string;
  readonly webhook: FoundWebhook;
  readonly kept: KeptCall;
}

interface Genuine extends Seen {
  readonly payload: JsonObject;
  readonly double: DoubleKey | null;
  readonly replayOf?: string;
}

/** Also for a call that is run again, which has been found genuine before. */
export async function takePayload(rooms: TakeRooms, genuine: Genuine): Promise<Answer> {
  const { id, webhook, kept, payload, double, replayOf = null } = genuine;
  const named = await nameContact(rooms.lanes, webhook, payload);
  const runId = named.is === 'known' ? uuidV7() : null;
  const contactId = named.is === 'known' ? named.contactId : null;
  const verdict = named.is === 'known' ? 'taken' : 'unmatched';
  const record: CallRecord = { id, webhook, kept, verdict, says: named.says, contactId, runId, replayOf };
  const arrival =
    runId === null ? null : { lane: contactId ?? id, arrival: arrivalOf(webhook, payload, runId) };
  if (await takeCall(rooms.platform, record, double, arrival)) {
    if (arrival !== null) rooms.lanes.wake();
  } else {
    const says = 'It has come before, and was taken in then. Nothing was done twice.';
    await noteCall(rooms.platform, { id, webhook, kept, verdict: 'double', says });
  }
  const { status = 200, text = '' } = webhook.receiving.answer ?? {};
  return { is: 'answer', status, text };
}

function arrivalOf({ of }: FoundWebhook, payload: JsonObject, runId: string): Arrival {
  if (of.is === 'bot') return { kind: 'bot-webhook', botWebhookId: of.botWebhookId, payload, runId };
  const { installId, versionId, webhook } = of;
  return { kind: 'webhook', installId, versionId, webhook, payload, runId };
}

function hiddenNames({ signature, challenge }: Receiving): string[] {
  const ofSignature =
    signature.is === 'hmac' ? [signature.header] : signature.is === 'secret' ? [signature.name] : [];
  const ofChallenge =
    challenge?.is === 'query' && challenge.tokenName !== undefined ? [challenge.tokenName] : [];
  return [...ofSignature, ...ofChallenge].map((name) => name.toLowerCase());
}

function refuse(seen: Seen, status: number, says: string, allow?: string): Answer {
  const note: CallRecord = { ...seen, verdict: 'refused', says };
  return { is: 'refusal', status, text: says, note, ...(allow !== undefined && { allow }) };
}

function noteOf(seen: Seen, { is }: Answer): CallRecord {
  return is === 'answer'
    ? { ...seen, verdict: 'challenge', says: 'The service tested the address, and was answered.' }
    : { ...seen, verdict: 'refused', says: 'The service tested the address with another token.' };
}

function queryChallenge(
  { challenge }: Receiving,
  secrets: readonly string[],
  { method, query }: RawCall,
): Answer | undefined {
  if (challenge?.is !== 'query' || method !== 'GET') return undefined;
  const text = query.get(challenge.name);
  if (text === null) return undefined;
  const token = challenge.tokenName === undefined ? null : query.get(challenge.tokenName);
  const isKnown =
    challenge.tokenName === undefined ||
    secrets.some((secret) => secret !== '' && isSameText(token ?? '', secret));
  return isKnown
    ? { is: 'answer', status: 200, text: text.slice(0, MOST_CHALLENGE) }
    : {
        is: 'refusal',
        status: 403,
        text: `"${challenge.tokenName ?? ''}" is not the secret of this webhook.`,
      };
}

const MOST_CHALLENGE = 1000;

function bodyChallenge({ challenge }: Receiving, payload: JsonObject): Answer | undefined {
  if (challenge?.is !== 'body') return undefined;
  const text = pickByPath(challenge.path, payload);
  if (typeof text !== 'string' || text === '') return undefined;
  return { is: 'answer', status: 200, text: text.slice(0, MOST_CHALLENGE) };
}

/** Longer ones are not shortened but digested: two that begin alike are two. */
function doubleKey(
  { doubles }: Receiving,
  signedId: string | undefined,
  { raw, payload }: { raw: RawCall; payload: JsonObject },
): DoubleKey | null {
  if (doubles?.is === 'body') {
    const digest = createHash('sha256').update(`${raw.method} ${raw.url}\n`).update(raw.body).digest('hex');
    return { key: `body:${digest}`, minutes: doubles.minutes };
  }
  const path = doubles?.is === 'path' ? doubles.path : undefined;
  const found = path === undefined ? undefined : pickByPath(path, payload);
  const header = doubles?.is === 'header' ? raw.headers[doubles.name.toLowerCase()] : undefined;
  const id =
    doubles === undefined ? signedId : doubles.is === 'header' ? header?.toString() : asText(found ?? null);
  if (id === undefined || id === '') return null;
  return { key: `id:${createHash('sha256').update(id).digest('hex')}`, minutes: null };
}
