// Sends a request of an app outside of a flow: fills its places, opens the secrets at the last moment, and tells of neither.
import { randomBytes, randomUUID } from 'node:crypto';
import { openCall } from '@bellwire/engine/open-call.ts';
import type { Built } from '@bellwire/engine/requests/build-call.ts';
import { maskSecrets, secretMark } from '@bellwire/engine/secret-mark.ts';
import type { Scope } from '@bellwire/engine/language/scope.ts';
import type { Call } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import type { EgressAnswer } from '../egress/egress-answer.ts';
import { egressCall } from '../egress/egress-call.ts';
import type { Egress } from '../egress/egress.ts';

export interface Outgoing {
  /** From the scope and the key of the call to the call: `fillRequest`, or what a source asks. */
  build(scope: Scope, key: string): Built;
  /** Absent: any public host. */
  readonly hosts?: readonly string[];
  /** What places can read, by root; without the secrets of `auth`. */
  readonly data: JsonObject;
  /** Read as `{{auth.name}}`. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Secrets that stand in `data`, such as tokens in app fields: taken out of what comes back. */
  readonly hidden?: readonly string[];
}

export interface SentOutgoing {
  /** With marks where secrets were; null where it could not be put together. */
  readonly call: Call | null;
  readonly answer: EgressAnswer;
  /** Takes the secrets out of a text that came back. */
  mask(text: string): string;
}

/** Never throws for what happens outside. */
export async function sendOutgoing(egress: Egress, outgoing: Outgoing): Promise<SentOutgoing> {
  const { secrets, data, hosts, hidden = [] } = outgoing;
  const seal = randomBytes(8).toString('hex');
  const marks = Object.fromEntries([...secrets.keys()].map((name) => [name, secretMark(name, seal)]));
  const auth = isJsonObject(data.auth) ? data.auth : {};
  const scope = {
    data: { ...data, auth: { ...auth, ...marks } },
    now: new Date().toISOString(),
    zone: 'UTC',
    locale: 'en',
    random: Math.random,
  };
  const mask = (text: string) => masked(maskSecrets(text), [...secrets.values(), ...hidden]);
  const built = outgoing.build(scope, randomUUID());
  if (!built.ok)
    return { call: null, answer: { is: 'failed', reason: 'bad-request', says: mask(built.says) }, mask };
  const opened = openCall(built.call, seal, (name) => secrets.get(name));
  const request = egressCall(opened, hosts);
  if (request === undefined) throw new TypeError(`"${opened.method}" came through the schema of requests.`);
  return { call: built.call, answer: await egress.send(request), mask };
}

/** A secret that a service repeats is hidden as well, also in the ways it is written in addresses. */
function masked(text: string, secrets: Iterable<string>): string {
  let shown = text;
  for (const secret of secrets) {
    if (secret === '') continue;
    for (const written of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      shown = shown.replaceAll(written, '•••');
  }
  return shown;
}
