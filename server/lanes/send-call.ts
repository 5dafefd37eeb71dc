// Sends one request of a run through the guarded client: here, and nowhere earlier, marks become secrets.
import { openCall } from '@bellwire/engine/open-call.ts';
import { maskSecrets } from '@bellwire/engine/secret-mark.ts';
import type { Call, CallAnswer } from '@bellwire/model/effect.ts';
import { parseJson, type Json } from '@bellwire/model/json.ts';
import type { EgressAnswer, EgressFailureReason } from '../egress/egress-answer.ts';
import type { Egress } from '../egress/egress.ts';
import { egressCall } from '../egress/egress-call.ts';
import type { OutgoingCall } from './outgoing-call.ts';
import { storable } from './storable-answer.ts';

export type SendCall = (outgoing: OutgoingCall) => Promise<CallAnswer>;

/** What an install may call, and the secrets it may call with. */
export interface CallPass {
  readonly allowedHosts: readonly string[];
  readonly seal: string;
  secretOf(name: string): string | undefined;
  /** The other side has refused these secrets: `says` is the request, and its answer. Never throws. */
  refused(says: string): Promise<void>;
}

interface SendRooms {
  readonly egress: Egress;
  /** Undefined when the install is gone or suspended: then nothing is sent. */
  passOf(installId: string): Promise<CallPass | undefined>;
}

export function sendCall({ egress, passOf }: SendRooms): SendCall {
  return async ({ installId, call }) => {
    const startedAt = performance.now();
    const pass = installId === null ? ownPass : await passOf(installId);
    if (pass === undefined)
      return failed('install-gone', 'The app is no longer installed, so nothing was sent.', startedAt);
    let carriesSecret = false;
    const opened = openCall(call, pass.seal, (name) => {
      const secret = pass.secretOf(name);
      carriesSecret ||= secret !== undefined;
      return secret;
    });
    const request = egressCall(keyed(opened), installId === null ? undefined : pass.allowedHosts);
    if (request === undefined)
      return failed('bad-request', `"${call.method}" is not a method that can be sent.`, startedAt);
    const answer = await egress.send(request);
    // Before the answer is stored: a process that dies between the two makes the request, and hears the refusal, again.
    if (carriesSecret && answer.is === 'answer' && answer.status === 401)
      await pass.refused(sayRefused(call));
    return toCallAnswer(answer, startedAt);
  };
}

/** A bot's own request: any public host, no secrets of an app. */
const ownPass: CallPass = {
  allowedHosts: [],
  seal: '',
  secretOf: () => undefined,
  refused: () => Promise.resolve(),
};

/** Without the query, which may hold what is nobody's business; secrets in the path are marks, and masked. */
function sayRefused({ method, url }: Call): string {
  const [address = ''] = url.split('?', 1);
  return `${method} ${maskSecrets(address)}: 401`;
}

/** The key is the same for each try of a request, so that the other side can tell a repeat. An app's own key goes first. */
function keyed(call: Call): Call {
  if (call.headers.some(({ name }) => name.toLowerCase() === 'idempotency-key')) return call;
  return { ...call, headers: [{ name: 'idempotency-key', value: call.key }, ...call.headers] };
}

function toCallAnswer(answer: EgressAnswer, startedAt: number): CallAnswer {
  const ms = Math.round(performance.now() - startedAt);
  if (answer.is === 'failed') return failed(answer.reason, answer.says, startedAt);
  if (answer.truncated) return failed('too-large', 'The answer is larger than can be taken in.', startedAt);
  return {
    is: 'answer',
    status: answer.status,
    headers: { ...answer.headers },
    body: storable(bodyOf(answer.body)),
    ms,
  };
}

function bodyOf(text: string): Json {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}

function failed(reason: EgressFailureReason | 'install-gone', says: string, startedAt: number): CallAnswer {
  return { is: 'failed', reason, says, ms: Math.round(performance.now() - startedAt) };
}
