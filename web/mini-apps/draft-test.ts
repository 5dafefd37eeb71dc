// A new test of an action or a flow: with sample values, an answer for each request on the way, and what comes of it today.
import { runAppTest } from '@bellwire/engine/run-app-test.ts';
import type { App } from '@bellwire/model/app.ts';
import { appTestSchema, type AppTest } from '@bellwire/model/app-test.ts';
import { sampleValue } from '@bellwire/model/sample.ts';
import { appGround } from '../play/app-ground.ts';
import { under } from '../play/play-ground.ts';
import { sampleAuth } from '../play/sample-auth.ts';
import { suggestedBody } from '../play/suggested-answer.ts';

/** What is tested, as a choice holds it: `action create_link`, `flow report`. */
export type Tested = Pick<AppTest, 'action' | 'flow'>;

/** Requests that follow one another; what goes on after so many does not end. */
const MOST_REQUESTS = 20;

export function draftTest(app: App, named: Pick<AppTest, 'name' | 'label'>, tested: Tested): AppTest {
  let test = appTestSchema.parse({ ...named, ...tested, ...givenTo(app, tested) });
  for (let requests = 0; requests < MOST_REQUESTS; requests += 1) {
    const next = unanswered(app, test);
    if (next === undefined) break;
    test = { ...test, answers: [...test.answers, next] };
  }
  return { ...test, expect: whatCame(app, test) };
}

/** What the test would have to expect to pass now. */
export function whatCame(app: App, test: AppTest): AppTest['expect'] {
  const { played } = runAppTest(app, test, sampleAuth(app));
  const outputs = played.story.flatMap((event) =>
    event.is === 'visit' && event.visit.came?.is === 'returned'
      ? Object.entries(event.visit.came.outputs)
      : [],
  );
  return {
    ends: played.run.status === 'done' ? 'well' : 'failed',
    fires: played.effects.flatMap((effect) =>
      effect.is !== 'fire'
        ? []
        : [
            {
              trigger: effect.trigger,
              items: Object.entries(effect.items).map(([item, value]) => ({ item, value })),
            },
          ],
    ),
    outputs: outputs.map(([output, value]) => ({ output, value })),
    fields: test.expect.fields,
  };
}

function givenTo(app: App, { action: name, flow }: Tested): Partial<AppTest> {
  const action = app.actions.find((one) => one.name === name);
  const ground = appGround(app, action?.flow ?? flow ?? '');
  const values = under(ground.samples, 'app');
  if (action === undefined)
    return { fields: Object.entries(values).map(([field, value]) => ({ field, value })) };
  return {
    inputs: action.inputs.map(({ name: input, saveTo, default: usual, type }) => {
      const known = saveTo === undefined ? undefined : values[saveTo];
      const sample = sampleValue(type === 'number' ? 'number' : type === 'checkbox' ? 'boolean' : 'text');
      return { input, value: known ?? usual ?? sample };
    }),
  };
}

function unanswered(app: App, test: AppTest): AppTest['answers'][number] | undefined {
  const { played } = runAppTest(app, test, sampleAuth(app));
  const known = new Set(test.answers.map(({ step }) => step));
  const visit = played.story.find(
    (event) => event.is === 'visit' && event.visit.call !== null && !known.has(event.visit.step),
  );
  if (visit?.is !== 'visit') return undefined;
  const body = suggestedBody(
    visit.visit.input,
    (field) => app.fields.find(({ name }) => `app.${name}` === field)?.type,
  );
  return { step: visit.visit.step, status: 200, body };
}
