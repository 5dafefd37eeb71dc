// Each gate: what it lets through, what it stops, and the words it says of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactState } from '@bellwire/model/contact.ts';
import { gateLabel, passGates, reasonOf, sayGate } from './gates.ts';
import type { GateFacts, Listener } from './gate.ts';

const now = '2026-11-22T10:00:00.000Z';

const contact: ContactState = {
  id: '019a0000-0000-7000-8000-000000000001',
  ns: 'f1u1',
  workspaceId: '019a0000-0000-7000-8000-000000000002',
  botId: '019a0000-0000-7000-8000-000000000003',
  name: 'Ada',
  email: null,
  phone: null,
  language: null,
  timeZone: null,
  fields: { vip: true },
  tags: [],
  pausedUntil: null,
  askingRunId: null,
  lastText: null,
  lastSeq: 0,
  order: null,
};

const listener: Listener = {
  subscriptionId: 's1',
  enabled: true,
  filter: null,
  installed: true,
  appLabel: 'Acme Pay',
  flowId: 'f1',
  flowName: 'Payment received',
  flowVersion: 3,
};

function facts(
  change: {
    listener?: Partial<Listener>;
    contact?: Partial<ContactState>;
    hops?: number;
    only?: string;
  } = {},
): GateFacts {
  return {
    listener: { ...listener, ...change.listener },
    contact: { ...contact, ...change.contact },
    hops: change.hops ?? 0,
    onlySubscriptionId: change.only ?? null,
    scope: {
      data: { trigger: { status: 'pending' }, user: contact.fields },
      now,
      zone: 'UTC',
      locale: 'en',
      random: () => 0.5,
    },
  };
}

test('with nothing in the way every gate is passed, in order, and the items are mapped', () => {
  const result = passGates(facts());
  assert.equal(result.stoppedBy, null);
  assert.equal(result.maps, true);
  assert.deepEqual(
    result.records.map(({ gate, verdict }) => `${gate} ${verdict}`),
    [
      'subscription-on pass',
      'app-installed pass',
      'loop-guard pass',
      'filter pass',
      'flow-published pass',
      'bot-active pass',
    ],
  );
});

interface StopCase {
  readonly says: string;
  readonly change: Parameters<typeof facts>[0];
  readonly gate: string;
  readonly leads: string;
  readonly words: string;
  readonly maps: boolean;
}

const stops: readonly StopCase[] = [
  {
    says: 'a subscription that is off',
    change: { listener: { enabled: false } },
    gate: 'subscription-on',
    leads: 'off',
    words: 'switched off',
    maps: false,
  },
  {
    says: 'an app that was uninstalled',
    change: { listener: { installed: false } },
    gate: 'app-installed',
    leads: 'parked',
    words: 'Acme Pay has been uninstalled',
    maps: false,
  },
  {
    says: 'a chain of triggers that is too long',
    change: { hops: 6 },
    gate: 'loop-guard',
    leads: 'parked',
    words: '6 fires led here',
    maps: false,
  },
  {
    says: 'a filter that does not hold',
    change: {
      listener: {
        filter: { match: 'all', clauses: [{ field: 'trigger.status', operator: 'is', value: 'paid' }] },
      },
    },
    gate: 'filter',
    leads: 'filtered',
    words: 'trigger.status was "pending"',
    maps: false,
  },
  {
    says: 'a flow that was never published',
    change: { listener: { flowVersion: null } },
    gate: 'flow-published',
    leads: 'parked',
    words: 'never been published',
    maps: false,
  },
  {
    says: 'a contact for whom the bot is paused',
    change: { contact: { pausedUntil: '2026-11-22T11:00:00.000Z' } },
    gate: 'bot-active',
    leads: 'parked',
    words: 'The bot is paused for f1u1',
    maps: true,
  },
];

for (const { says, change, gate, leads, words, maps } of stops) {
  test(`${says} is stopped by the gate "${gate}" and by no other`, () => {
    const result = passGates(facts(change));
    assert.deepEqual(result.stoppedBy, { gate, leads });
    assert.equal(result.records.at(-1)?.gate, gate);
    assert.equal(result.records.filter(({ verdict }) => verdict === 'stop').length, 1);
    assert.match(reasonOf({ gates: result.records }) ?? '', new RegExp(words));
    assert.equal(result.maps, maps);
  });
}

test('a pause that is over stops nothing', () => {
  assert.equal(passGates(facts({ contact: { pausedUntil: '2026-11-22T09:59:59.000Z' } })).stoppedBy, null);
});

test('a test event passes a subscription that is off, and says so', () => {
  const result = passGates(facts({ listener: { enabled: false }, only: 's1' }));
  assert.equal(result.stoppedBy, null);
  assert.match(sayGate(result.records[0] ?? { gate: '', verdict: 'pass', facts: {} }), /test/);
});

test('every gate has a label for the checklist and words for both verdicts', () => {
  for (const { change } of stops) {
    for (const record of passGates(facts(change)).records) {
      assert.notEqual(gateLabel(record.gate), record.gate);
      assert.notEqual(sayGate(record), '');
    }
  }
});
