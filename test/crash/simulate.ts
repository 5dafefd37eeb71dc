// The program `node scripts/run.mjs test/crash/simulate.ts`: plays the lanes in virtual time, one seed after the other.
import { parseArgs } from 'node:util';
import { play } from './simulation/play.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10000' }, from: { type: 'string', default: '1' } },
});
const from = Number(values.from);
const seeds = Number(values.seeds);
const startedAt = performance.now();
let failed = 0;
for (let seed = from; seed < from + seeds; seed++) {
  const findings = play(seed);
  if (findings.isClean()) continue;
  failed += 1;
  console.error(`Seed ${seed}; to see it again: --from ${seed} --seeds 1`);
  for (const line of findings.inWords()) console.error(`  ${line}`);
}
const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
console.log(JSON.stringify({ seeds, from, failed, seconds }));
process.exitCode = failed === 0 ? 0 : 1;
