// The app and the bot of the fault run: a trigger, and flows in which each kind of wait occurs.
import type { BotDefinition } from '@bellwire/sdk/bot-definition.ts';

const items = {
  n: 'number',
  producer: 'text',
  calls: 'boolean',
  audited: 'boolean',
  muted: 'boolean',
  pause: 'number',
};

export const appText = JSON.stringify({
  format: 'bellwire.app/1',
  name: 'metronome',
  label: 'Metronome',
  price: { is: 'free' },
  category: 'other',
  scopes: [{ scope: 'triggers:fire', reason: 'Tells your bots of each tick.' }],
  fields: Object.entries(items).map(([name, type]) => ({ name, label: name, type })),
  triggers: [
    {
      name: 'tick',
      label: 'Tick',
      items: Object.keys(items).map((name) => ({ name, label: name, field: name })),
    },
  ],
});

/** `sinkUrl`: where the flow's request goes. */
export function botDefinition(installId: string, sinkUrl: string): BotDefinition {
  return {
    name: 'Shop',
    greeting: '',
    timeZone: 'UTC',
    userFields: ['last_n', 'tally', 'audits', 'late'].map((name) => ({
      name,
      label: name,
      type: 'number',
      description: '',
    })),
    flows: [
      { name: 'Tick', keywords: [], graph: tickFlow(sinkUrl) },
      { name: 'Audit', keywords: [], graph: auditFlow },
    ],
    subscriptions: [
      {
        ...subscription(installId),
        filter: all({ field: 'trigger.muted', operator: 'is_false' }),
        flow: 'Tick',
      },
      {
        ...subscription(installId),
        filter: all(
          { field: 'trigger.muted', operator: 'is_false' },
          { field: 'trigger.audited', operator: 'is_true' },
        ),
        flow: 'Audit',
      },
    ],
  };
}

function subscription(installId: string) {
  return { installId, trigger: 'tick', enabled: true, note: '', mappings: [{ item: 'n', field: 'last_n' }] };
}

function all(...clauses: { field: string; operator: string }[]) {
  return { match: 'all' as const, clauses };
}

const say = (id: string, text: string, next?: string) => ({
  id,
  type: 'send-message',
  settings: { kind: 'text', text },
  exits: next === undefined ? {} : { next },
});

const count = (id: string, field: string, next: string) => ({
  id,
  type: 'set-field',
  settings: { changes: [{ field: `user.${field}`, operation: 'add', value: 1 }] },
  exits: { next },
});

const ifTrue = (
  id: string,
  clause: { field: string; operator: string; value?: number },
  exits: Record<string, string>,
) => ({
  id,
  type: 'condition',
  settings: { branches: [{ label: 'Yes', condition: { match: 'all', clauses: [clause] } }] },
  exits,
});

function tickFlow(sinkUrl: string) {
  return {
    start: 'tally',
    steps: [
      count('tally', 'tally', 'calls'),
      ifTrue(
        'calls',
        { field: 'trigger.calls', operator: 'is_true' },
        { 'branch-1': 'ask', otherwise: 'done' },
      ),
      say('ask', 'ask {{trigger.n}}', 'request'),
      {
        id: 'request',
        type: 'external-request',
        settings: {
          method: 'POST',
          url: sinkUrl,
          body: 'json',
          json: '{"event": "{{contact.ns}}/{{trigger.n}}"}',
          timeoutSeconds: 10,
          retries: 5,
          pauseSeconds: 1,
        },
        exits: { next: 'done', failed: 'unreachable' },
      },
      say('unreachable', 'unreachable {{trigger.n}}'),
      say('done', 'done {{trigger.n}}', 'pauses'),
      ifTrue('pauses', { field: 'trigger.pause', operator: 'greater', value: 0 }, { 'branch-1': 'wait' }),
      {
        id: 'wait',
        type: 'wait',
        settings: { amount: '{{trigger.pause}}', unit: 'seconds' },
        exits: { next: 'late' },
      },
      count('late', 'late', 'later'),
      say('later', 'late {{trigger.n}}'),
    ],
  };
}

const auditFlow = {
  start: 'audits',
  steps: [
    count('audits', 'audits', 'say'),
    say('say', 'audit {{trigger.n}}', 'order'),
    {
      id: 'order',
      type: 'order',
      settings: {
        do: 'create',
        items: [{ name: 'Audit', quantity: 1, unitPrice: 1 }],
        currency: 'EUR',
        reference: '{{contact.ns}}/{{trigger.n}}',
      },
      exits: {},
    },
  ],
};
