// A rolling upgrade under load loses, doubles and mixes nothing; the run with ten thousand is `npm run machines -- upgrade`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './site.ts';
import { rollUpgrade } from './upgrade.ts';

test('with workers of two versions changed for one another under load, nothing is lost, and new things wait for the new version', async (t) => {
  await using site = await openSite();
  const report = await rollUpgrade(site, {
    runs: 400,
    swaps: 3,
    pauseSeconds: 8,
    say: (line) => t.diagnostic(line),
  });
  const { lost, doubled, disordered, scalesWrong, failed } = report;
  assert.deepEqual(
    { lost, doubled, disordered, scalesWrong, failed },
    { lost: 0, doubled: 0, disordered: 0, scalesWrong: 0, failed: 0 },
  );
  assert.notEqual(report.settledMs, null);
  assert.ok(report.weighed > 0);
});
