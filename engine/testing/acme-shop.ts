// A small shop for tests: a bot whose flow asks for an amount, and the app "Acme Pay" that makes a payment link for it.
import { appSchema } from '@bellwire/model/app.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { PlayBeginning, PlayDefinitions } from '../play-world.ts';
import { sampleContact } from '../sample-contact.ts';
import { secretMark } from '../secret-mark.ts';
import { stepTypeMap } from '../steps/step-types.ts';

export const SEAL = 'ab12';
export const INSTALL = '01958f3e-7c00-7000-8000-000000000d01';

export interface StepInput {
  readonly type: string;
  readonly settings: JsonObject;
  readonly exits?: { [exit: string]: string };
}

/** Starts with the first of them. */
export function flow(steps: { [id: string]: StepInput }): FlowGraph {
  return {
    start: Object.keys(steps)[0] ?? null,
    steps: Object.entries(steps).map(([id, { type, settings, exits = {} }]) => ({
      id,
      type,
      settings,
      exits,
    })),
  };
}

const acme = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'acme',
  label: 'Acme Pay',
  auth: { is: 'inputs', inputs: [{ name: 'token', type: 'string', title: 'Token', secret: true }] },
  fields: [
    { name: 'sum', label: 'Sum', type: 'number' },
    { name: 'link', label: 'Link', type: 'text' },
    { name: 'note', label: 'Note', type: 'text' },
  ],
  actions: [
    {
      name: 'create_link',
      label: 'Create link',
      inputs: [{ name: 'amount', type: 'number', title: 'Amount', saveTo: 'sum' }],
      outputs: [
        { name: 'link', label: 'Link', field: 'link' },
        { name: 'note', label: 'Note', field: 'note' },
      ],
      flow: 'link',
    },
  ],
  triggers: [
    {
      name: 'paid',
      label: 'Paid',
      items: [
        { name: 'amount', label: 'Amount', field: 'sum' },
        { name: 'link', label: 'Link', field: 'link' },
        { name: 'note', label: 'Note', field: 'note' },
      ],
    },
  ],
  oneTimeUrls: [{ name: 'back', label: 'Back', flow: 'report' }],
  flows: [
    {
      name: 'link',
      label: 'Link',
      ...flow({
        note: {
          type: 'set-field',
          settings: { changes: [{ field: 'app.note', value: '{{auth.token}}' }] },
          exits: { next: 'request' },
        },
        request: {
          type: 'external-request',
          settings: {
            method: 'POST',
            url: 'https://pay.example/links',
            auth: 'bearer',
            token: '{{auth.token}}',
            body: 'json',
            json: '{"sum":{{app.sum}}}',
            mappings: [{ path: '$.url', field: 'app.link' }],
          },
        },
      }),
    },
    {
      name: 'report',
      label: 'Report',
      ...flow({
        note: {
          type: 'set-field',
          settings: { changes: [{ field: 'app.note', value: '{{auth.token}}' }] },
          exits: { next: 'url' },
        },
        url: {
          type: 'create-one-time-url',
          settings: { url: 'back', field: 'app.link' },
          exits: { next: 'fire' },
        },
        fire: { type: 'fire-trigger', settings: { trigger: 'paid' } },
      }),
    },
  ],
});

const install = {
  id: INSTALL,
  versionId: INSTALL,
  workspaceId: sampleContact.workspaceId,
  workspaceName: 'Shop',
  app: acme,
  auth: { token: secretMark('token', SEAL) },
};

export const pay: StepInput = {
  type: 'app-action',
  settings: {
    action: `${INSTALL}/create_link`,
    inputs: [{ input: 'amount', value: '{{user.amount}}' }],
    outputs: [{ output: 'link', field: 'user.link' }],
  },
  exits: { next: 'say', failed: 'sorry' },
};

export const saying = {
  say: { type: 'send-message', settings: { text: 'Pay here: {{user.link}}' } },
  sorry: { type: 'send-message', settings: { text: 'Sorry' } },
};

export const pause: StepInput = {
  type: 'wait',
  settings: { amount: 2, unit: 'hours' },
  exits: { next: 'pay' },
};

export const shop = bot(
  flow({
    ask: {
      type: 'question',
      settings: { text: 'How much?', answer: 'number', field: 'user.amount' },
      exits: { next: 'check' },
    },
    check: {
      type: 'condition',
      settings: {
        branches: [
          {
            label: 'Some',
            condition: { match: 'all', clauses: [{ field: 'user.amount', operator: 'greater', value: 0 }] },
          },
        ],
      },
      exits: { 'branch-1': 'pause' },
    },
    pause,
    pay,
    ...saying,
  }),
);

/** A bot with nothing but this flow, and the app. */
export function bot(graph: FlowGraph): PlayDefinitions {
  const begins: PlayBeginning = { is: 'bot', graph, trigger: {} };
  const userFields = new Map([
    ['amount', 'number' as const],
    ['link', 'text' as const],
  ]);
  return {
    stepTypes: stepTypeMap,
    bot: { id: sampleContact.botId, name: 'Shop', timeZone: 'UTC', userFields },
    installs: [install],
    begins,
    seed: 'one',
  };
}
