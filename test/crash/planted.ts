// The bugs that can be planted into the server under test, one line each.
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
