// Step: ask another system by HTTP, take values from its answer, and go on by its status.
import { callSchema, type Call, type CallAnswer } from '@bellwire/model/effect.ts';
import { jsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import {
  FAILED_EXIT,
  stepType,
  type Outcome,
  type StepScope,
  type Write,
} from '@bellwire/model/step-type.ts';
import { jsonPathFault } from '../language/json-path.ts';
import { pickByPath } from '../pick-by-path.ts';
import { buildCall } from '../requests/build-call.ts';
import { checkRequest } from '../requests/check-request.ts';
import { readAnswer } from '../requests/read-answer.ts';
import { requestExamples } from './external-request/examples.ts';
import { pauseBeforeNextTry, type Patience } from './external-request/next-try.ts';
import { exitFor, isRoute, routeExits } from './external-request/routes.ts';
import { requestSettings, type RequestStepValues } from './external-request/settings.ts';
import { brief, savedEntries, savedText } from './saved.ts';

export const externalRequest = stepType({
  name: 'external-request',
  label: 'External request',
  about: 'Calls an address of another system, takes values from its answer and goes on by its status.',
  icon: 'globe',
  group: 'data',
  sides: ['bot', 'app'],
  settings: requestSettings,
  exits: [
    { name: 'next', label: 'Then' },
    { name: FAILED_EXIT, label: 'Failed' },
  ],
  moreExits: (saved) =>
    routeExits(savedEntries(saved, 'routes').map((route) => ({ when: savedText(route, 'when') }))),
  summary: (saved) => {
    const url = savedText(saved, 'url').replace(/^https?:\/\//i, '');
    return url === '' ? 'Write an address' : brief(`${savedText(saved, 'method') || 'GET'} ${url}`);
  },
  check,
  run: (values, scope) => {
    const built = buildCall(values, scope.newId('call'));
    return built.ok
      ? send(built.call, 1)
      : { is: 'go', exit: FAILED_EXIT, set: mapped(values, null), says: built.says };
  },
  resume: (values, resume, scope) => {
    // The call as it was, not as it would be filled in now: the same key must always carry the same request.
    const state = resume.is === 'answer' ? resume.state : scope.state;
    const call = callSchema.safeParse(state.call).data;
    const attempt = Number(state.attempt);
    if (call === undefined)
      return { is: 'fail', says: 'What was asked is no longer known. Start the flow again.' };
    if (resume.is === 'time') return send(call, attempt);
    return resume.is === 'answer'
      ? takeAnswer(values, resume.answer, { call, attempt }, scope)
      : { is: 'fail', says: 'The request came back without an answer.' };
  },
  examples: requestExamples,
});

interface Sent {
  readonly call: Call;
  /** 1 is the first try. */
  readonly attempt: number;
}

function send(call: Call, attempt: number, says?: string): Outcome {
  return { is: 'call', call, state: stateOf(call, attempt), ...(says === undefined ? {} : { says }) };
}

function stateOf(call: Call, attempt: number): JsonObject {
  return { attempt, call: jsonObject({ ...call, afterMs: 0 }) };
}

function takeAnswer(
  values: RequestStepValues,
  answer: CallAnswer,
  { call, attempt }: Sent,
  { now, random }: StepScope,
): Outcome {
  const patience = patienceOf(values);
  const says = tell(call, answer, attempt);
  const pause = pauseBeforeNextTry(answer, { attempt, patience, now, random: random('pause') });
  if (pause !== null && patience.is === 'days') {
    // At rest, and not with a request under way: whatever else happens to the contact must not wait for days.
    const until = new Date(Date.parse(now) + pause).toISOString();
    return {
      is: 'wait',
      until,
      state: stateOf(call, attempt + 1),
      says: `${says} Tried again at ${until}.`,
    };
  }
  if (pause !== null) {
    const again = `${says} Tried again in ${(pause / 1000).toFixed(1)} s.`;
    return send({ ...call, afterMs: pause }, attempt + 1, again);
  }
  if (answer.is === 'failed') return { is: 'go', exit: FAILED_EXIT, set: mapped(values, null), says };
  return {
    is: 'go',
    exit: exitFor(answer.status, values.routes),
    set: mapped(values, readAnswer(values, answer.body)),
    says,
  };
}

/** The settings of the shorter way are not asked for with the longer one. */
function patienceOf({ patience, retries = 0, pauseSeconds = 0 }: RequestStepValues): Patience {
  return patience === 'days' ? { is: 'days' } : { is: 'minutes', retries, pauseSeconds };
}

/** After the request each mapped field holds what this answer had, or the fallback, or nothing: never what an earlier answer left there. */
function mapped({ mappings }: RequestStepValues, body: Json): Write[] {
  return mappings.map(({ path, field, fallback }) => ({
    to: field,
    value: pickByPath(path, body) ?? fallback ?? null,
  }));
}

function tell({ method, url }: Call, answer: CallAnswer, attempt: number): string {
  const [address = ''] = url.split('?', 1);
  const what = answer.is === 'answer' ? `${answer.status}` : `no answer: ${answer.says}`;
  return `${method} ${address}: ${what} (${answer.ms} ms${attempt > 1 ? `, try ${attempt}` : ''}).`;
}

function check(values: RequestStepValues): Complaint[] {
  const { mappings, routes } = values;
  const complaints: Complaint[] = checkRequest(values);
  for (const [index, { path }] of mappings.entries()) {
    const says = jsonPathFault(path);
    if (says !== undefined) complaints.push({ path: ['mappings', index, 'path'], says });
  }
  for (const [index, { when }] of routes.entries()) {
    const says = !isRoute(when)
      ? `"${when}" is no status. Write a first digit from 2 to 5, or a status such as 404.`
      : routes.findIndex((route) => route.when === when) < index
        ? `There is a way for ${when} already. Remove one of them.`
        : undefined;
    if (says !== undefined) complaints.push({ path: ['routes', index, 'when'], says });
  }
  return complaints;
}
