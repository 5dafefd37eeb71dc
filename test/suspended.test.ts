// The stop of an app, on a whole server: what it fires is parked within moments, and runs once the stop is lifted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { definitionsChanged } from '@bellwire/server/database/definitions-changed.ts';
import { lotOf, numbersTo, rerunShop } from './rerun-shop.ts';

test('a suspended app parks what it fires, and lifted it runs, each once and in order', async (t) => {
  const { ours, appId, database, fire, settle, said, ended } = await rerunShop(t);
  const { workspaces } = await ours.me();
  const set = async (state: 'suspended' | 'private', words: string | null) => {
    const app = database.platform.updateTable('app').set({ state, suspended_says: words });
    await app.where('id', '=', appId).execute();
    await definitionsChanged(database.platform, workspaces[0]?.id ?? '');
    await pause(500);
  };
  await fire(1);
  await settle('done', 1);
  await set('suspended', 'It sends spam.');
  await fire(2, 1);
  await settle('parked', 2);
  assert.deepEqual(await said(), numbersTo(1));
  const [lot] = (await ours.listParkedLots()).rows;
  assert.equal(lot?.reason, 'app-allowed');
  const { rows } = await ours.listEvents({ state: 'parked' });
  assert.match(rows[0]?.reason ?? '', /suspended by the operator of this server: It sends spam\./);
  await set('private', null);
  const rerun = await ours.runParkedLot({ ...lotOf(lot), perSecond: 50 });
  assert.equal((await ended(rerun.id)).counts.done, 2);
  assert.deepEqual(await said(), numbersTo(3));
});
