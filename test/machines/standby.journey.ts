// With a synchronous standby, the loss of the primary loses nothing that was accepted; `npm run machines -- standby` is longer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPair } from './postgres-pair.ts';
import { openSite } from './site.ts';
import { promoteUnderLoad } from './standby.ts';

test('the primary is killed under load, the standby promoted, and all machines go on there by themselves', async (t) => {
  await using site = await openSite(startPair);
  const { lost, doubled, disordered, failed, ...report } = await promoteUnderLoad(site, {
    seconds: 4,
    noticeMs: 1_000,
    say: (line) => t.diagnostic(line),
  });
  assert.deepEqual({ lost, doubled, disordered, failed }, { lost: 0, doubled: 0, disordered: 0, failed: 0 });
  assert.notEqual(report.settledMs, null);
  assert.ok(report.unclear > 0, 'The load must have met the outage.');
});
