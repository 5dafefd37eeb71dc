// Runs a saved test of an app: plays it with the made-up answers, and compares what came of it with what was expected.
import type { App } from '@bellwire/model/app.ts';
import type { AppTest } from '@bellwire/model/app-test.ts';
import { sameJson } from '@bellwire/model/difference/list-between.ts';
import type { Call, CallAnswer } from '@bellwire/model/effect.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { appAction } from './steps/app-action.ts';
import { stepTypeMap } from './steps/step-types.ts';
import { playOn, startPlay, type Played } from './play.ts';
import type { PlayBeginning, PlayDefinitions } from './play-world.ts';
import { sampleContact } from './sample-contact.ts';
import type { InstallWorld } from './world.ts';

export interface TestResult {
  /** Empty where the test has passed. */
  readonly differences: readonly TestDifference[];
  /** Each step with its input and output. */
  readonly played: Played;
}

export interface TestDifference {
  /** What is compared: `output "payment_url"`. */
  readonly what: string;
  readonly expected: Json | undefined;
  readonly got: Json | undefined;
}

const INSTALL = '01958f3e-7c00-7000-8000-000000000d01';
/** A test is the same whenever it is run. */
const NOW = '2026-03-01T12:00:00.000Z';
const ANSWER_MS = 1;
/** No flow that ends waits more often; one that does not end is stopped by the limit of a run's steps. */
const MOST_WAITS = 1_000;

/**
 * @param auth what the install is connected with: values, or marks of secrets
 * @example runAppTest(app, app.tests[0], {}).differences // []
 */
export function runAppTest(app: App, test: AppTest, auth: JsonObject): TestResult {
  const definitions = definitionsOf(app, test, auth);
  const answers = answersOf(test);
  let played = startPlay(definitions, sampleContact, NOW);
  for (let waits = 0; waits < MOST_WAITS && played.run.status === 'waiting'; waits += 1) {
    const { call } = played;
    const happening =
      call === null
        ? ({ is: 'time' } as const)
        : ({ is: 'answer', answer: answers(stepAt(played), call) } as const);
    played = playOn(definitions, played, happening);
  }
  return { differences: differencesOf(test, played), played };
}

function definitionsOf(app: App, test: AppTest, auth: JsonObject): PlayDefinitions {
  const install: InstallWorld = {
    id: INSTALL,
    versionId: INSTALL,
    workspaceId: sampleContact.workspaceId,
    workspaceName: 'Test',
    app,
    auth,
  };
  return {
    stepTypes: stepTypeMap,
    bot: null,
    installs: [install],
    begins: beginningOf(test),
    seed: test.name,
  };
}

/** An action is run as a bot runs it, so that its inputs are read and its outputs given back as they are there. */
function beginningOf({ action, flow = '', inputs, fields }: AppTest): PlayBeginning {
  if (action === undefined) {
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    return { is: 'app', installId: INSTALL, flow, values };
  }
  const settings = { action: `${INSTALL}/${action}`, inputs, outputs: [] };
  const graph = { start: 'run', steps: [{ id: 'run', type: appAction.name, settings, exits: {} }] };
  return { is: 'bot', graph, trigger: {} };
}

/** Each request of a step gets the next of its answers; one that has none left gets the last one again. */
function answersOf({ answers }: AppTest): (step: string, call: Call) => CallAnswer {
  const asked = new Map<string, number>();
  return (step, { method, url }) => {
    const own = answers.filter((answer) => answer.step === step);
    const count = asked.get(step) ?? 0;
    asked.set(step, count + 1);
    const answer = own[Math.min(count, own.length - 1)];
    if (answer === undefined) {
      const says = `The test has no answer for the step "${step}", which asks ${method} ${url}. Add one.`;
      return { is: 'failed', reason: 'no-answer', says, ms: ANSWER_MS };
    }
    if (answer.status === 0)
      return { is: 'failed', reason: 'made-up', says: 'There was no answer.', ms: ANSWER_MS };
    return { is: 'answer', status: answer.status, headers: {}, body: answer.body, ms: ANSWER_MS };
  };
}

function stepAt({ run }: Played): string {
  return run.frames.at(-1)?.at ?? '';
}

function differencesOf({ expect }: AppTest, played: Played): TestDifference[] {
  const fired = played.effects.filter((effect) => effect.is === 'fire');
  const outputs = outputsOf(played);
  const fields = played.run.frames[0]?.values ?? {};
  const ended = played.run.status === 'done' ? 'well' : 'failed';
  const wrong = (what: string, expected: Json | undefined, got: Json | undefined): TestDifference[] =>
    sameJson(expected, got) ? [] : [{ what, expected, got }];
  return [
    ...wrong('the end', expect.ends, ended),
    ...wrong(
      'events fired',
      expect.fires.map(({ trigger }) => trigger),
      fired.map(({ trigger }) => trigger),
    ),
    ...expect.fires.flatMap(({ trigger, items }, at) =>
      items.flatMap(({ item, value }) =>
        wrong(`item "${item}" of "${trigger}"`, value, fired[at]?.items[item]),
      ),
    ),
    ...expect.outputs.flatMap(({ output, value }) => wrong(`output "${output}"`, value, outputs[output])),
    ...expect.fields.flatMap(({ field, value }) => wrong(`app field "${field}"`, value, fields[field])),
  ];
}

function outputsOf({ story }: Played): JsonObject {
  for (const event of story.toReversed())
    if (event.is === 'visit' && event.visit.came?.is === 'returned') return event.visit.came.outputs;
  return {};
}
