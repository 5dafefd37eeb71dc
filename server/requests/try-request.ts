// Tries a request of a draft, or of a bot's flow: sent once through the wall, with made-up values, and told whole.
import { fillRequest } from '@bellwire/engine/requests/fill-request.ts';
import { readAnswer } from '@bellwire/engine/requests/read-answer.ts';
import { maskSecrets } from '@bellwire/engine/secret-mark.ts';
import type { Call } from '@bellwire/model/effect.ts';
import { parseJson } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import type { EgressAnswer } from '../egress/egress-answer.ts';
import type { Handler } from '../http/handler.ts';
import { createRateLimit } from '../people/rate-limit.ts';
import { takeOrRefuse } from '../people/take-or-refuse.ts';
import { readDraft, splitSecrets } from './draft-values.ts';
import { sendOutgoing } from './send-outgoing.ts';

const MOST_SHOWN = 65_536;
const MOST_LOOKED_AT = 262_144;

/** For each workspace and process: enough to build by trial, too little to use us as a hose. */
const tries = createRateLimit({ burst: 20, refillPerMinute: 30, now: () => performance.now() });

export const tryRequest: Handler<'tryRequest'> = async ({ appId, request, values }, context) => {
  takeOrRefuse(tries, context.workspaceId);
  const draft = appId === undefined ? undefined : await readDraft(context, appId);
  const { data, secrets } = splitSecrets(values, draft);
  const { call, answer, mask } = await sendOutgoing(context.egress, {
    build: (scope, key) => fillRequest(request, scope, key),
    ...(draft === undefined ? {} : { hosts: draft.hosts }),
    data,
    secrets,
  });
  const sent = call === null ? null : viewSent(call);
  if (answer.is === 'answer') return { sent, answer: viewAnswer(request, answer, mask), failure: null };
  const undeclaredHost = answer.reason === 'host-not-allowed' && call !== null ? hostOf(call) : null;
  return { sent, answer: null, failure: { says: mask(answer.says), undeclaredHost } };
};

function viewSent({ method, url, headers, body, basic }: Call): NonNullable<OutputOf<'tryRequest'>['sent']> {
  const basicHeader = basic === null ? [] : [{ name: 'authorization', value: 'Basic •••' }];
  return {
    method,
    url: maskSecrets(url),
    headers: [...headers, ...basicHeader].map(({ name, value }) => ({ name, value: maskSecrets(value) })),
    body: body === null ? null : maskSecrets(body).slice(0, MOST_SHOWN),
  };
}

type Answered = Extract<EgressAnswer, { is: 'answer' }>;

function viewAnswer(
  request: OutgoingRequest,
  answer: Answered,
  mask: (text: string) => string,
): NonNullable<OutputOf<'tryRequest'>['answer']> {
  const isBinary = isNoText(answer.body);
  const body = isBinary ? '' : mask(answer.body);
  const isLooked = !isBinary && !answer.truncated && body.length <= MOST_LOOKED_AT;
  const parsed = parseJson(body);
  return {
    status: answer.status,
    headers: Object.entries(answer.headers).map(([name, value]) => ({ name, value: mask(value) })),
    body: body.slice(0, MOST_SHOWN),
    isCut: answer.truncated || body.length > MOST_SHOWN,
    isBinary,
    ms: answer.ms,
    ...(isLooked ? { value: readAnswer(request, parsed.ok ? parsed.value : body) } : {}),
  };
}

/** Bytes that are no text come out as NUL or as the replacement character. */
function isNoText(body: string): boolean {
  return body.slice(0, 4096).includes('\0') || (body.slice(0, 4096).match(/\uFFFD/g)?.length ?? 0) > 8;
}

function hostOf({ url }: Call): string | null {
  return URL.parse(url)?.host ?? null;
}
