// The program `npm run crash`: strikes every part of a running Bellwire, and proves that nothing was lost, doubled or mixed.
import { allPlants } from './all-plants.ts';
import { chooseFaults } from './faults/faults.ts';
import { oneRun } from './one-run.ts';
import { readOptions, usage, type Options } from './options.ts';
import { findPlanted } from './planted.ts';
import { proof } from './proof.ts';

// Whatever is still running ends itself at the exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

// Not left to the event loop: a socket whose other end was killed would keep it.
process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
    if (options.plant !== undefined) findPlanted(options.plant);
    chooseFaults(options.only);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (options.series === 'plants') return (await allPlants(options, console.log)) ? 0 : 1;
  if (options.series === 'proof') return (await proof(options, console.log)) ? 0 : 1;
  const { report, found } = await oneRun(options);
  const { plant } = options;
  console.log(JSON.stringify(plant === undefined ? report : { planted: plant, found, ...report }));
  if (plant === undefined) return report.ok ? 0 : 1;
  console.error(found ? 'The planted bug was found.' : 'The planted bug was NOT found.');
  return found ? 0 : 1;
}
