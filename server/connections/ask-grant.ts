// Asks a service for what it grants to an install, and reads what is to be kept out of the answer.
import { coerce } from '@bellwire/engine/language/value.ts';
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Expiry, Grant } from '@bellwire/model/grant.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import type { Egress } from '../egress/egress.ts';
import { sendInstallRequest } from '../installs/install-request.ts';

export interface Granted {
  /** By the name of the app field; secret ones too. */
  readonly values: JsonObject;
  /** When the next one has to be asked for; null where it does not expire. */
  readonly renewAt: Date | null;
}

export type GrantAnswer =
  | { readonly is: 'granted'; readonly granted: Granted }
  /** Asking again with the same values would be refused again. */
  | { readonly is: 'refused'; readonly says: string }
  /** Nobody can say: the service is away, or has too much to do. */
  | { readonly is: 'away'; readonly says: string };

export interface GrantAsked {
  readonly app: App;
  readonly grant: Grant;
  readonly request: OutgoingRequest;
  /** What `{{places}}` can name. */
  readonly data: JsonObject;
  /** What was granted before: a value that the answer does not bring again stays. */
  readonly before: JsonObject;
  readonly secrets: readonly string[];
}

export async function askGrant(egress: Egress, asked: GrantAsked): Promise<GrantAnswer> {
  const { app, request, data, secrets } = asked;
  const askedAt = Date.now();
  const sent = await sendInstallRequest(egress, { request, hosts: app.hosts, data, secrets });
  if (sent.ok) return readGrant(asked, sent.body, askedAt);
  const isAway =
    sent.status === undefined || sent.status === 408 || sent.status === 429 || sent.status >= 500;
  return { is: isAway ? 'away' : 'refused', says: sent.says };
}

function readGrant({ app, grant, before }: GrantAsked, body: Json, askedAt: number): GrantAnswer {
  const values: JsonObject = {};
  for (const { path, field, fallback } of grant.mappings) {
    const found = pickByPath(path, body) ?? fallback ?? before[field];
    // Some services refuse with the status 200.
    if (found === undefined)
      return { is: 'refused', says: `The service's answer has nothing at ${path}.${sayError(body)}` };
    const type = app.fields.find(({ name }) => name === field)?.type ?? 'text';
    const coerced = coerce(found, type);
    if (!coerced.ok)
      return { is: 'refused', says: `What the service's answer has at ${path} does not fit ${field}.` };
    values[field] = coerced.value;
  }
  return { is: 'granted', granted: { values, renewAt: renewAt(grant.expires, body, askedAt) } };
}

/** Only what a service says of an error is repeated: the rest of the answer may hold tokens. */
function sayError(body: Json): string {
  if (!isJsonObject(body)) return '';
  const said = [body['error'], body['error_description'], body['message']].filter(
    (text) => typeof text === 'string',
  );
  return said.length === 0 ? '' : ` It says: ${said.join(', ').slice(0, 200)}`;
}

/** A minute before, or a tenth of the time where it is short: the answer has to arrive, and be used. */
function renewAt(expires: Expiry, body: Json, askedAt: number): Date | null {
  const expiresAt = expiryOf(expires, body, askedAt);
  if (expiresAt === null) return null;
  return new Date(expiresAt - Math.min(60_000, Math.max(0, expiresAt - askedAt) / 10));
}

function expiryOf(expires: Expiry, body: Json, askedAt: number): number | null {
  if (expires.is === 'never') return null;
  if (expires.is === 'after') return askedAt + expires.seconds * 1000;
  const found = pickByPath(expires.path, body) ?? null;
  const number = coerce(found, 'number');
  if (number.ok && typeof number.value === 'number')
    return expires.as === 'seconds' ? askedAt + number.value * 1000 : number.value * 1000;
  const time = coerce(found, 'datetime');
  // Without a time it is used until it is refused.
  return expires.as === 'time' && time.ok && typeof time.value === 'string' ? Date.parse(time.value) : null;
}
