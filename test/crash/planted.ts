// The planted bugs, one line each, and how one is planted: into a copy of the sources, never into the product.
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerBeforeCommit } from './planted/answer-before-commit.ts';
import { claimWithoutLock } from './planted/claim-without-lock.ts';
import { doneMarkApart } from './planted/done-mark-apart.ts';
import { doublesInMemory } from './planted/doubles-in-memory.ts';
import { forgottenCalls } from './planted/forgotten-calls.ts';
import { heldLanesIgnored } from './planted/held-lanes-ignored.ts';
import { newKeyEachTry } from './planted/new-key-each-try.ts';
import type { PlantedBug } from './planted/planted-bug.ts';
import { timersWithoutArrival } from './planted/timers-without-arrival.ts';

export const plantedBugs: readonly PlantedBug[] = [
  answerBeforeCommit,
  doneMarkApart,
  doublesInMemory,
  claimWithoutLock,
  heldLanesIgnored,
  timersWithoutArrival,
  forgottenCalls,
  newKeyEachTry,
];

export function findPlanted(name: string): PlantedBug {
  const bug = plantedBugs.find((candidate) => candidate.name === name);
  if (bug !== undefined) return bug;
  throw new Error(
    `There is no planted bug "${name}". There are: ${plantedBugs.map((each) => each.name).join(', ')}.`,
  );
}

const rooms = ['model', 'engine', 'server'];

/** Makes a folder with the sources of the server in which the bug is planted, and gives back its path. */
export async function plant(
  bug: PlantedBug,
  { root, folder }: { root: string; folder: string },
): Promise<string> {
  await mkdir(join(folder, 'node_modules', '@bellwire'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  for (const room of rooms) {
    await cp(join(root, room), join(folder, room), { recursive: true });
    await symlink(join('..', '..', room), join(folder, 'node_modules', '@bellwire', room));
  }
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== '@bellwire')
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  await writeFile(join(folder, bug.file), spoil(bug, await readFile(join(root, bug.file), 'utf8')));
  return folder;
}

/** @throws Error when the place to spoil is not there exactly once: the product has changed, and the bug must follow it. */
export function spoil({ name, file, find, replace }: PlantedBug, text: string): string {
  const parts = text.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(
    `The planted bug "${name}" looks for a text in ${file} that is there ${parts.length - 1} times and not once:\n${find}`,
  );
}
