// However the life of an order is shuffled and doubled on its way, the contact ends in the same state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entity, EntityRule } from '@bellwire/model/entity.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { Run } from '@bellwire/model/run.ts';
import { sampleContact } from '@bellwire/engine/sample-contact.ts';
import { uuidV7 } from '../database/uuid.ts';
import { unseenEntity } from './entity.ts';
import { react } from './reactions/reactions.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';
import { entityDefinitions, INSTALL, testWork, type Lane } from './test-work.ts';

const states = ['created', 'pending', 'paid', 'shipped', 'refunded'] as const;

/** Each state by a trigger of its own; versions have gaps, and a life may end early. */
interface Told {
  readonly trigger: string;
  readonly status: string;
  readonly version: number;
}

const life = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.constantFrom(...states), { minLength: 8, maxLength: 8 }),
  )
  .map(([steps, names]) => {
    let version = 0;
    return steps.map((step, index): Told => {
      version += step;
      const status = names[index] ?? 'created';
      return { trigger: status, status: `${status} ${version}`, version };
    });
  });

/** Each event once at least, up to three times, in any order. */
const shuffled = life.chain((events) =>
  fc
    .tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events, ...events], { minLength: events.length }),
    )
    .map(([all, some]) => ({ life: all, sent: [...some, ...all.filter((event) => !some.includes(event))] }))
    .chain(({ life: all, sent }) =>
      fc
        .shuffledSubarray(sent, { minLength: sent.length })
        .map((mixed) => ({ life: all, sent: mixed, last: all.at(-1) })),
    ),
);

const quiet: FlowGraph = { start: null, steps: [] };
const resting: FlowGraph = {
  start: 'wait',
  steps: [{ id: 'wait', type: 'wait', settings: { amount: 1, unit: 'hours' }, exits: {} }],
};

function play(rule: EntityRule, graph: FlowGraph, sent: readonly Told[]) {
  const entity: Entity = { name: 'order', key: 'reference', order: 'version', rule };
  const definitions = entityDefinitions(states, entity, graph);
  const name = { workspaceId: definitions.workspaceId, lane: sampleContact.id, installId: INSTALL };
  const runs = new Map<string, Run>();
  let lane: Lane = {
    contact: { ...sampleContact, fields: {} },
    entity: unseenEntity({ ...name, name: 'order', key: 'A-1' }),
    runs,
  };
  const ran: number[] = [];
  for (const [index, { trigger, status, version }] of sent.entries()) {
    const items = { reference: 'A-1', status, version };
    const work = testWork(definitions, lane, `event-${index}`, {
      kind: 'fire',
      installId: INSTALL,
      trigger,
      items,
      source: 'api',
      firedBy: 'the test',
      hops: 0,
      causeRunId: null,
      urlId: null,
      onlySubscriptionId: null,
      arrival: [],
    });
    react(work);
    if (work.events.some(({ state }) => state === 'done')) ran.push(version);
    for (const id of work.changedRuns) {
      const run = work.runs.get(id);
      if (run !== undefined) runs.set(id, run);
    }
    lane = { contact: work.contact ?? lane.contact, entity: work.entity ?? lane.entity, runs };
  }
  return { fields: lane.contact.fields, ran, runs: [...runs.values()] };
}

test('newest wins: any shuffle with any doubles ends in the state of the newest event, and none runs after a newer one', () => {
  fc.assert(
    fc.property(shuffled, ({ sent, last }) => {
      const { fields, ran } = play('newest-wins', quiet, sent);
      assert.deepEqual(fields, { status: last?.status, version: last?.version });
      assert.deepEqual(
        ran,
        [...new Set(ran)].toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 2000 },
  );
});

test('supersede: of all the runs of one subscription at most one waits at the end, that of its newest event', () => {
  fc.assert(
    fc.property(shuffled, ({ sent, last }) => {
      const { fields, runs } = play('supersede', resting, sent);
      assert.deepEqual(fields, { status: last?.status, version: last?.version });
      for (const state of states) {
        const waiting = runs.filter(
          ({ subscriptionId, status }) => subscriptionId === `to-${state}` && status === 'waiting',
        );
        assert.ok(waiting.length <= 1, `${waiting.length} runs wait for ${state}`);
      }
    }),
    { numRuns: 500 },
  );
});

test('without a rule the order of arrival decides, which is what the others are for', () => {
  const late = [
    { trigger: 'paid', status: 'paid', version: 2 },
    { trigger: 'pending', status: 'pending', version: 1 },
  ];
  assert.equal(play('in-order', quiet, late).fields['status'], 'pending');
  assert.equal(play('newest-wins', quiet, late).fields['status'], 'paid');
});

async function orderLanes(t: Parameters<typeof testLanes>[0]): Promise<TestLanes> {
  const items = ['reference', 'seen', 'last'].map((name) => ({ name, label: name, field: name }));
  const entity = { name: 'order', key: 'reference', order: 'last', rule: 'newest-wins' } as const;
  const at = await testLanes(t, {
    graph: quiet,
    app: {
      fields: [
        { name: 'reference', label: 'Reference', type: 'text' },
        { name: 'seen', label: 'Seen', type: 'text' },
        { name: 'last', label: 'Last', type: 'number' },
      ],
      triggers: ['tick', ...states].map((name) => ({ name, label: name, items, entity })),
    },
  });
  const mappings = JSON.stringify(['seen', 'last'].map((name) => ({ item: name, field: name })));
  const common = { workspace_id: at.workspaceId, bot_id: at.botId, install_id: at.installId };
  await at.database.platform
    .insertInto('subscription')
    .values(
      states.map((trigger) => ({
        ...common,
        id: uuidV7(),
        trigger,
        flow_id: at.flowId,
        enabled: true,
        mappings,
      })),
    )
    .execute();
  return at;
}

test('on real lanes: sixty lives, shuffled and doubled, sent all at once, each end in the state of their newest event', async (t) => {
  const at = await orderLanes(t);
  const lives = fc.sample(shuffled, 60);
  const sent = lives.map(async ({ sent: told }, index) => {
    const contact = await at.makeContact();
    // In order of time for each contact, and mixed between contacts.
    for (const { trigger, status, version } of told) {
      await at.lanes.door.fire({
        workspaceId: at.workspaceId,
        installId: at.installId,
        contact: contact.ns,
        trigger,
        items: { reference: `A-${index}`, seen: status, last: version },
        idempotencyKey: null,
        firedBy: 'the test',
      });
    }
    return contact.id;
  });
  const ids = await Promise.all(sent);
  await at.settle();
  for (const [index, id] of ids.entries()) {
    const { fields } = await at.database.platform
      .selectFrom('contact')
      .select('fields')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const last = lives[index]?.last;
    assert.deepEqual(fields, { seen: last?.status, last: last?.version }, JSON.stringify(lives[index]?.sent));
  }
});
