// The program `npm run machines`: what several machines promise, shown at full size on one computer.
import { parseArgs } from 'node:util';
import { openSite } from './site.ts';
import { rollUpgrade } from './upgrade.ts';

const usage = 'npm run machines -- upgrade [--runs N] [--swaps N]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '10000' },
    swaps: { type: 'string', default: '4' },
  },
});

if (positionals[0] === 'upgrade') process.exitCode = await upgrade();
else {
  console.error(usage);
  process.exitCode = 2;
}

async function upgrade(): Promise<number> {
  await using site = await openSite();
  const report = await rollUpgrade(site, {
    runs: Number(values.runs),
    swaps: Number(values.swaps),
    pauseSeconds: 45,
    say: (line) => console.error(line),
  });
  console.log(JSON.stringify(report));
  const { lost, doubled, disordered, scalesWrong, failed, settledMs } = report;
  return lost + doubled + disordered + scalesWrong + failed === 0 && settledMs !== null ? 0 : 1;
}
