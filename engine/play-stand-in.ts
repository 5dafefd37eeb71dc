// Stands in for an installed app whose flows cannot be seen: each of its actions is one question to the person who plays.
import { APP_FORMAT, appSchema } from '@bellwire/model/app.ts';
import type { Action } from '@bellwire/model/action.ts';
import type { Call } from '@bellwire/model/effect.ts';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import { stepType, type StepType } from '@bellwire/model/step-type.ts';
import type { InstallWorld } from './world.ts';

export interface StandInOf {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly actions: readonly Action[];
}

/** Of the calls that ask the person for an action's outputs; no request has it. */
const METHOD = 'ACTION';

/** Known to plays only: in no list, so that no flow can be made of it. */
export const standInStep: StepType = stepType({
  name: 'stand-in',
  label: 'Action of an app',
  about: 'Takes the outputs of an action from the person who plays.',
  icon: 'blocks',
  group: 'apps',
  sides: ['app'],
  settings: { action: { kind: 'text', label: 'Action', template: false, required: true } },
  exits: [{ name: 'next', label: 'Then' }],
  summary: () => '',
  run: ({ action }, scope) => ({
    is: 'call',
    call: {
      key: scope.newId('call'),
      method: METHOD,
      url: `${scope.install?.id ?? ''}/${action}`,
      headers: [],
      body: null,
      timeoutMs: 0,
      afterMs: 0,
      basic: null,
    },
  }),
  resume: (_values, resume) => {
    if (resume.is !== 'answer') return { is: 'end' };
    if (resume.answer.is === 'failed') return { is: 'fail', says: resume.answer.says };
    return { is: 'end', set: writesOf(resume.answer.body) };
  },
  examples: [],
});

/** As text, since a field of type json reads a text as JSON. */
function writesOf(body: unknown) {
  const outputs: JsonObject = isJsonObject(body) ? body : {};
  return Object.entries(outputs).map(([name, value]) => ({
    to: `app.${name}`,
    value: JSON.stringify(value),
  }));
}

/** @returns which action of which install the call asks for; undefined for a request. */
export function actionAsked({ method, url }: Call): { installId: string; action: string } | undefined {
  const slash = url.indexOf('/');
  return method === METHOD ? { installId: url.slice(0, slash), action: url.slice(slash + 1) } : undefined;
}

export function standIn({ id, name, workspaceId, actions }: StandInOf): InstallWorld {
  const outputs = new Set(actions.flatMap((action) => action.outputs.map((output) => output.name)));
  const app = appSchema.parse({
    format: APP_FORMAT,
    name: 'app',
    label: name,
    fields: [...outputs].map((output) => ({ name: output, label: output, type: 'json' })),
    actions: actions.map((action) => ({
      ...action,
      inputs: action.inputs.map(({ saveTo: _field, source: _source, ...input }) => input),
      outputs: action.outputs.map((output) => ({ ...output, field: output.name })),
      flow: action.name,
    })),
    flows: actions.map((action) => ({
      name: action.name,
      label: action.label,
      start: 'answer',
      steps: [{ id: 'answer', type: standInStep.name, settings: { action: action.name }, exits: {} }],
    })),
  });
  return { id, versionId: id, workspaceId, workspaceName: '', app, auth: {} };
}
