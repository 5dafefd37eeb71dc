// The program `npm run machines`: what several machines promise, shown at full size on one computer.
import { parseArgs } from 'node:util';
import { startPair } from './postgres-pair.ts';
import { openSite } from './site.ts';
import { promoteUnderLoad } from './standby.ts';
import { rollUpgrade } from './upgrade.ts';

const usage = `npm run machines -- upgrade [--runs N] [--swaps N]
npm run machines -- standby [--seconds N]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '10000' },
    swaps: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '10' },
  },
});

const shows: Readonly<Record<string, () => Promise<object>>> = {
  upgrade: async () => {
    await using site = await openSite();
    const { runs, swaps } = values;
    return await rollUpgrade(site, { runs: Number(runs), swaps: Number(swaps), pauseSeconds: 45, say });
  },
  standby: async () => {
    await using site = await openSite(startPair);
    return await promoteUnderLoad(site, { seconds: Number(values.seconds), noticeMs: 1_000, say });
  },
};

const faults = ['lost', 'doubled', 'disordered', 'failed', 'scalesWrong'];

process.exitCode = await main(positionals[0] ?? '');

async function main(name: string): Promise<number> {
  const show = shows[name];
  if (show === undefined) {
    console.error(usage);
    return 2;
  }
  const report = await show();
  console.log(JSON.stringify(report));
  return isClean(report) ? 0 : 1;
}

function isClean(report: object): boolean {
  const counts = new Map<string, unknown>(Object.entries(report));
  return faults.every((fault) => (counts.get(fault) ?? 0) === 0) && counts.get('settledMs') !== null;
}

function say(line: string): void {
  console.error(line);
}
