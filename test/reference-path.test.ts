// The reference system's path with a key of the workspace, over real connections.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { addInstall, addKey } from '@bellwire/server/http/test-callers.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { testFireSite } from './fire-site.ts';

const nothing: FlowGraph = { start: null, steps: [] };

test('a key of the workspace names app and trigger, and is told what is unclear', async (t) => {
  const site = await testFireSite(t, { graph: nothing });
  const { ns } = await site.makeContact();
  const scopes = ['triggers:fire'] as const;
  const { token } = await addKey(site.database, site.workspaceId, { scopes });
  const fire = (trigger: string) =>
    site.post(
      '/api/subscriber/app-trigger',
      { user_ns: ns, trigger_name: trigger, context: { n: 1 } },
      { authorization: `Bearer ${token}` },
    );
  const fired = (await fire('ticker.tick')).as('appTrigger');
  assert.deepEqual([fired.status, fired.result.status], ['ok', 'accepted']);
  const wrong = async (trigger: string) => {
    const { code, says, complaints } = (await fire(trigger)).problem();
    assert.deepEqual([code, complaints[0]?.path], ['unknown-trigger', ['trigger_name']]);
    return says;
  };
  assert.match(await wrong('tick'), /send "app.trigger"/);
  assert.match(await wrong('clicker.tick'), /No app "clicker" is installed.*Installed are ticker/);
  assert.match(await wrong('ticker.tock'), /no trigger "tock"\. It has tick/);
  const elsewhere = await site.post(
    '/api/events',
    { trigger: 'ticker.tick', contact: ns, items: { n: 1 } },
    { authorization: `Bearer ${token}` },
  );
  assert.equal(elsewhere.problem().code, 'forbidden');
});

test('an app that is installed twice has to be named by the key of one of its installs', async (t) => {
  const site = await testFireSite(t, { graph: nothing });
  const { ns } = await site.makeContact();
  const { installId } = await addInstall(site.database, site.workspaceId, []);
  const { platform } = site.database;
  const first = platform
    .selectFrom('install')
    .select(['app_id', 'version_id'])
    .where('id', '=', site.installId);
  await platform
    .updateTable('install')
    .set({ ...(await first.executeTakeFirstOrThrow()), name: `Second ${uuidV7()}` })
    .where('id', '=', installId)
    .execute();
  const { token } = await addKey(site.database, site.workspaceId, { scopes: ['triggers:fire'] });
  const answer = await site.post(
    '/api/subscriber/app-trigger',
    { user_ns: ns, trigger_name: 'ticker.tick', context: { n: 1 } },
    { authorization: `Bearer ${token}` },
  );
  assert.match(
    answer.problem().says,
    /installed several times \("Ticker", "Second .*Use the key of the install/,
  );
});
