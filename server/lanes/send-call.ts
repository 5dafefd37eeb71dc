// Sends one request of a run through the guarded client: here, and nowhere earlier, marks become secrets.
import { openCall } from '@bellwire/engine/open-call.ts';
import { maskSecrets } from '@bellwire/engine/secret-mark.ts';
import type { Call, CallAnswer } from '@bellwire/model/effect.ts';
import { parseJson, type Json } from '@bellwire/model/json.ts';
import type { EgressAnswer, EgressFailureReason } from '../egress/egress-answer.ts';
import type { Egress } from '../egress/egress.ts';
import { egressCall } from '../egress/egress-call.ts';
import { storable } from './storable-answer.ts';

export type SendCall = (outgoing: {
  readonly installId: string | null;
  readonly call: Call;
}) => Promise<CallAnswer>;

/** What an install may call, and the secrets it may call with. */
export interface CallPass {
  readonly allowedHosts: readonly string[];
  readonly seal: string;
  secretOf(name: string): string | undefined;
  /** The other side has refused these secrets: `says` is the request, and its answer. Never throws. */
  refused(says: string): Promise<void>;
  /** Where the service has granted values that can be asked for again; absent while the connection is lost. */
  readonly renewal?: Renewal;
}

/** `refused`: the connection is lost. `away`: the service may grant it later. */
export interface NotRenewed {
  readonly is: 'refused' | 'away';
  readonly says: string;
}

export interface Renewal {
  /** Whether what was granted has expired, or is about to. */
  isDue(): boolean;
  /** The pass with what is granted anew, or why there is none. */
  renew(): Promise<CallPass | NotRenewed>;
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
    const trip = { egress, call, isApps: installId !== null };
    const { renewal } = pass;
    const sent = renewal === undefined ? await sendWith(pass, trip) : await sendRenewing(pass, renewal, trip);
    return toCallAnswer(sent.answer, startedAt);
  };
}

interface Trip {
  readonly egress: Egress;
  readonly call: Call;
  /** An app's request goes to its declared hosts only. */
  readonly isApps: boolean;
}

type NoAnswer = EgressFailureReason | 'install-gone' | 'connection-lost';

interface Sent {
  readonly answer: EgressAnswer | { readonly is: 'failed'; readonly reason: NoAnswer; readonly says: string };
  readonly isRefused: boolean;
}

async function sendWith(pass: CallPass, trip: Trip): Promise<Sent> {
  const sent = await sendOnce(pass, trip);
  // Before the answer is stored: a process that dies between the two makes the request, and hears the refusal, again.
  if (sent.isRefused) await pass.refused(sayRefused(trip.call));
  return sent;
}

/** A 401 to what was granted has it asked for again, once: then the connection is lost, as with any other. */
async function sendRenewing(pass: CallPass, renewal: Renewal, trip: Trip): Promise<Sent> {
  if (renewal.isDue()) {
    const renewed = await renewal.renew();
    return 'says' in renewed ? notSent(renewed) : sendWith(renewed, trip);
  }
  const sent = await sendOnce(pass, trip);
  if (!sent.isRefused) return sent;
  const renewed = await renewal.renew();
  return 'says' in renewed ? sent : sendWith(renewed, trip);
}

/** Where the service is away, another try may find it back. */
function notSent({ is, says }: NotRenewed): Sent {
  const words = `Nothing was sent, as the app's connection has expired and could not be renewed. ${says}`;
  const reason = is === 'away' ? 'connect' : 'connection-lost';
  return { answer: { is: 'failed', reason, says: words }, isRefused: false };
}

async function sendOnce(pass: CallPass, { egress, call, isApps }: Trip): Promise<Sent> {
  let carriesSecret = false;
  const opened = openCall(call, pass.seal, (name) => {
    const secret = pass.secretOf(name);
    carriesSecret ||= secret !== undefined;
    return secret;
  });
  const request = egressCall(keyed(opened), isApps ? pass.allowedHosts : undefined);
  if (request === undefined) {
    const says = `"${call.method}" is not a method that can be sent.`;
    return { answer: { is: 'failed', reason: 'bad-request', says }, isRefused: false };
  }
  const answer = await egress.send(request);
  return { answer, isRefused: carriesSecret && answer.is === 'answer' && answer.status === 401 };
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

function toCallAnswer(answer: Sent['answer'], startedAt: number): CallAnswer {
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

function failed(reason: NoAnswer, says: string, startedAt: number): CallAnswer {
  return { is: 'failed', reason, says, ms: Math.round(performance.now() - startedAt) };
}
