// Each gate: what it lets through, what it stops, and the words it says of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactState } from '@bellwire/model/contact.ts';
import { gateLabel, passGates, reasonOf, sayGate, unaskedGates } from './gates.ts';
import type { EntityFacts, GateFacts, Listener } from './gate.ts';

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
  suspended: null,
  connectionLost: null,
  flowId: 'f1',
  flowName: 'Payment received',
  flowVersion: 3,
};

const payment: EntityFacts = {
  name: 'payment',
  rule: 'newest-wins',
  by: 'version',
  mark: { key: 'AP-1', order: 2 },
  newest: null,
};

function facts(
  change: {
    listener?: Partial<Listener>;
    contact?: Partial<ContactState>;
    hops?: number;
    causes?: readonly string[];
    flowFires?: number;
    isAgain?: boolean;
    entity?: Partial<EntityFacts>;
    takenUpBy?: string;
    only?: string;
  } = {},
): GateFacts {
  return {
    eventId: 'e1',
    listener: { ...listener, ...change.listener },
    contact: { ...contact, ...change.contact },
    hops: change.hops ?? 0,
    causes: change.causes ?? [],
    flowFires: change.flowFires ?? 0,
    isAgain: change.isAgain ?? false,
    entity: change.entity === undefined ? null : { ...payment, ...change.entity },
    takenUpBy: change.takenUpBy ?? null,
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
    says: 'an app that the operator has suspended',
    change: { listener: { suspended: 'It sends spam.' } },
    gate: 'app-allowed',
    leads: 'parked',
    words: 'suspended by the operator of this server: It sends spam.',
    maps: false,
  },
  {
    says: 'an app whose auth values are refused',
    change: {
      listener: {
        connectionLost: { since: '2026-11-22T09:00:00.000Z', answer: 'POST https://x.example: 401' },
      },
    },
    gate: 'connection',
    leads: 'parked',
    words: 'refuses the auth values since 2026-11-22T09:00:00.000Z .POST https://x.example: 401.',
    maps: false,
  },
  {
    says: 'a chain of triggers that is too long',
    change: { hops: 6, causes: ['paid', 'checked', 'paid'] },
    gate: 'loop-guard',
    leads: 'parked',
    words: '6 fires led here .paid → checked → paid., at most 5 may',
    maps: false,
  },
  {
    says: 'a flow that fires and fires',
    change: { hops: 1, flowFires: 61 },
    gate: 'rate-guard',
    leads: 'parked',
    words: 'Flows fired 61 times within a minute',
    maps: false,
  },
  {
    says: 'an event that a later one has taken up',
    change: { entity: { rule: 'coalesce' }, takenUpBy: 'e2' },
    gate: 'taken-up',
    leads: 'filtered',
    words: 'Event e2 of payment "AP-1" came soon after',
    maps: false,
  },
  {
    says: 'an event that is older than the newest',
    change: { entity: { newest: { order: 3, eventId: 'e0' } } },
    gate: 'newest-wins',
    leads: 'filtered',
    words: 'It has version 2, but payment "AP-1" was at 3 before it came .event e0.',
    maps: false,
  },
  {
    says: 'an event with the same version as the newest',
    change: { entity: { newest: { order: 2, eventId: 'e0' } } },
    gate: 'newest-wins',
    leads: 'filtered',
    words: 'It has version 2, as event e0 of payment "AP-1" had before it',
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

test('a story lists the questions behind the first no, and none where all were passed', () => {
  const unasked = (change: Parameters<typeof facts>[0]) =>
    unaskedGates(passGates(facts(change)).records).map(({ name }) => name);
  assert.deepEqual(unasked({}), []);
  assert.deepEqual(unasked({ hops: 6 }), ['filter', 'flow-published', 'bot-active']);
});

test('a pause that is over stops nothing', () => {
  assert.equal(passGates(facts({ contact: { pausedUntil: '2026-11-22T09:59:59.000Z' } })).stoppedBy, null);
});

test('a gate that does not concern an event leaves no record of it', () => {
  const gatesOf = (change: Parameters<typeof facts>[0]) =>
    passGates(facts(change)).records.map(({ gate }) => gate);
  assert.ok(gatesOf({ entity: {} }).includes('newest-wins'));
  assert.ok(!gatesOf({ entity: { rule: 'in-order' } }).includes('newest-wins'));
  assert.ok(!gatesOf({ entity: { mark: { key: 'AP-1', order: null } } }).includes('newest-wins'));
  assert.ok(!gatesOf({ entity: {}, only: 's1' }).includes('newest-wins'));
  assert.ok(gatesOf({ flowFires: 1 }).includes('rate-guard'));
});

test('a person lets a stopped loop go on, and the gate says so', () => {
  const { records, stoppedBy } = passGates(facts({ hops: 6, isAgain: true }));
  assert.equal(stoppedBy, null);
  const record = records.find(({ gate }) => gate === 'loop-guard');
  assert.match(record === undefined ? '' : sayGate(record), /^6 fires led here; a person let it run/);
});

test('the newest event itself passes, however often it is asked', () => {
  const newest = { order: 2, eventId: 'e1' };
  assert.equal(passGates(facts({ entity: { newest } })).stoppedBy, null);
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
