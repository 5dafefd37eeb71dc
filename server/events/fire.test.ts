// Tests of what firing hands to the lanes and answers from them; the lanes themselves stand aside here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { eventHandlers } from './handlers.ts';

test('a fire is for the install of the key, whatever the body says', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const installId = uuidV7();
  const byKey = rooms.withKey(ours, { installId });
  const event = { trigger: 'payment_paid', contact: 'f1u1', items: { amount: 1 } };
  assert.deepEqual(
    await eventHandlers.fireTrigger({ ...event, idempotencyKey: 'k1' }, byKey),
    rooms.door.answer,
  );
  const common = {
    workspaceId: ours.workspaceId,
    installId,
    contact: 'f1u1',
    trigger: 'payment_paid',
    items: { amount: 1 },
  };
  assert.deepEqual(rooms.door.fires, [
    { ...common, idempotencyKey: 'k1', firedBy: 'API key "server" (bw_key_3f…)' },
  ]);

  const reference = await eventHandlers.appTrigger(
    { user_ns: 'f1u1', trigger_name: 'payment_paid', context: { amount: 1 } },
    byKey,
  );
  assert.deepEqual(reference, {
    status: 'ok',
    event_id: reference.result.eventId,
    result: rooms.door.answer,
  });
  assert.deepEqual(rooms.door.fires[1], { ...rooms.door.fires[0], idempotencyKey: null });
});

test('a problem of one event is the answer; in a batch it is one result among others', async (t) => {
  const rooms = await testRooms(t);
  const byKey = rooms.withKey(await rooms.workspace(), { installId: uuidV7() });
  const event = { trigger: 'payment_paid', contact: 'f1u1', items: {} };
  rooms.door.answer = new ProblemError('contract-mismatch', {
    complaints: [{ path: ['items', 'amount'], says: 'It is missing.' }],
  });
  await refused(eventHandlers.fireTrigger(event, byKey), 'contract-mismatch', /It is missing/);
  await refused(
    eventHandlers.appTrigger({ user_ns: 'f1u1', trigger_name: 'x', context: {} }, byKey),
    'contract-mismatch',
  );
  const { results } = await eventHandlers.fireTriggers({ events: [event, event] }, byKey);
  assert.equal(results.length, 2);
  assert.deepEqual(results[0], {
    status: 'refused',
    problem: 'contract-mismatch',
    says: "The items do not fit the trigger's contract. items.amount: It is missing.",
    complaints: [{ path: ['items', 'amount'], says: 'It is missing.', level: 'problem' }],
  });
});

test('a person and a key of the workspace cannot fire', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const event = { trigger: 'payment_paid', contact: 'f1u1', items: {} };
  for (const context of [ours, rooms.withKey(ours)])
    await refused(eventHandlers.fireTrigger(event, context), 'forbidden', /key of an install/);
  assert.deepEqual(rooms.door.fires, []);
});
