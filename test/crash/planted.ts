// The bugs that can be planted into the server under test, one line each.
import { answerBeforeCommit } from './planted/answer-before-commit.ts';
import { claimWithoutLock } from './planted/claim-without-lock.ts';
import { doneMarkApart } from './planted/done-mark-apart.ts';
import { doublesInMemory } from './planted/doubles-in-memory.ts';
import { forgottenCalls } from './planted/forgotten-calls.ts';
import { heldLanesIgnored } from './planted/held-lanes-ignored.ts';
import { newKeyEachTry } from './planted/new-key-each-try.ts';
import { lastIdCursor } from './planted/last-id-cursor.ts';
import { staleMemory } from './planted/stale-memory.ts';
import { swallowedError } from './planted/swallowed-error.ts';
import { keyDeletedOnFailure } from './planted/key-deleted-on-failure.ts';
import { wrongCaller } from './planted/wrong-caller.ts';
import { effectBeforeCommit } from './planted/effect-before-commit.ts';
import { timersEarly } from './planted/timers-early.ts';
import { newBeforeHeld } from './planted/new-before-held.ts';
import { takenOffAtRead } from './planted/taken-off-at-read.ts';
import { forgottenHeld } from './planted/forgotten-held.ts';
import { waitsNotLearned } from './planted/waits-not-learned.ts';
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
  lastIdCursor,
  staleMemory,
  swallowedError,
  keyDeletedOnFailure,
  wrongCaller,
  effectBeforeCommit,
  timersEarly,
  newBeforeHeld,
  takenOffAtRead,
  forgottenHeld,
  waitsNotLearned,
];

export function findPlanted(name: string): PlantedBug {
  const bug = plantedBugs.find((candidate) => candidate.name === name);
  if (bug !== undefined) return bug;
  throw new Error(
    `There is no planted bug "${name}". There are: ${plantedBugs.map((each) => each.name).join(', ')}.`,
  );
}
