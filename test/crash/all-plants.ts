// Plants every bug, one after the other, and tells in a table which of them the fault run has found, and how soon.
import { oneRun } from './one-run.ts';
import type { Options } from './options.ts';
import { plantedBugs } from './planted.ts';
import type { PlantedBug } from './planted/planted-bug.ts';
import type { Report } from './report.ts';
import { table } from './table.ts';

/** A bug that one seed does not bring out may be brought out by the next. */
const MOST_TRIES = 3;

/** @returns whether all were found. */
export async function allPlants(options: Options, print: (line: string) => void): Promise<boolean> {
  const rows: string[][] = [];
  let foundAll = true;
  for (const bug of plantedBugs) {
    const row = await findOne(bug, options);
    foundAll &&= row.found;
    rows.push(row.cells);
    console.error(row.cells.join(' | '));
  }
  print(table(['Planted bug', 'What goes wrong', 'Found', 'Runs', 'Minutes', 'By'], rows));
  return foundAll;
}

async function findOne(bug: PlantedBug, options: Options): Promise<{ found: boolean; cells: string[] }> {
  let minutes = 0;
  for (let run = 1; ; run++) {
    const { report, found } = await oneRun({ ...options, seed: options.seed + run - 1, plant: bug.name });
    minutes += report.minutes;
    if (!found && run < MOST_TRIES) continue;
    const by = found ? kindsFound(report) : '';
    const cells = [bug.name, bug.says, found ? 'yes' : '**no**', `${run}`, minutes.toFixed(1), by];
    return { found, cells };
  }
}

const kinds = ['lost', 'duplicated', 'reordered', 'overlapped', 'early', 'unsettled', 'refused'] as const;

function kindsFound(report: Report): string {
  return kinds.flatMap((kind) => (report[kind] > 0 ? [`${report[kind]} ${kind}`] : [])).join(', ');
}
