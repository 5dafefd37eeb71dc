// Tests of what buttons send back: it leads on, and what it stands for cannot be made up.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { readPayload, withPressed, writePayload } from './payload.ts';
import { playIds } from './play-ids.ts';
import { playedFlow } from './play-world.ts';
import { sampleContact } from './sample-contact.ts';

const world = { ids: playIds('test') };
const place = { flow: playedFlow, step: 'cards', exit: 'card-1-button-1' };
const writes = { to: 'user.choice', value: { name: 'Cup | "big"', price: 8 } };
const payload = writePayload(world, sampleContact, place, writes);

test('a payload leads to its exit, with what its button stands for', () => {
  deepEqual(readPayload(world, sampleContact, payload), {
    flowId: playedFlow.flowId,
    version: 1,
    step: 'cards',
    exit: 'card-1-button-1',
    writes,
  });
});

test('one that stands for nothing needs no seal', () => {
  const plain = writePayload(world, sampleContact, place);
  equal(readPayload(world, sampleContact, plain)?.writes, null);
});

test('another value, another exit, or the payload of another contact is no payload', () => {
  equal(readPayload(world, sampleContact, payload.replace('"price":8', '"price":1')), null);
  equal(readPayload(world, sampleContact, payload.replace('button-1', 'button-2')), null);
  equal(readPayload(world, { ...sampleContact, id: 'another' }, payload), null);
  equal(readPayload(world, sampleContact, 'Cup'), null);
});

test('what was pressed stands in its field, where it fits', () => {
  const bot = { userFields: new Map([['choice', 'json'] as const]) };
  const press = readPayload(world, sampleContact, payload);
  if (press === null) throw new Error('It was to be read.');
  deepEqual(withPressed(sampleContact, bot, press).fields, { choice: writes.value });
  const numeric = { userFields: new Map([['choice', 'number'] as const]) };
  equal(withPressed(sampleContact, numeric, press), sampleContact);
});
