// Going back: the answer of the pure history, or the problem in words.
import type { Edited } from '@bellwire/model/history/edited.ts';
import { revert, walkBack } from '@bellwire/model/history/walk-back.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

/** @throws ProblemError `conflict` where places were changed again since, unless they are to go back `anyway`. */
export function revertOrRefuse<Document, Made>(
  now: Document,
  back: readonly (readonly Made[])[] | undefined,
  edited: Edited<Document, Made>,
  anyway: boolean,
): Document {
  if (back === undefined || back.length === 0) throw wayBackLost();
  const reverted = revert(now, back, edited);
  if (!reverted.ok) throw new ProblemError('conflict', { says: reverted.says });
  if (reverted.conflicts.length === 0 || anyway) return reverted.document;
  throw new ProblemError('conflict', {
    says: `Changed again since: ${reverted.conflicts.join(', ')}. Taking this edit back would undo that as well.`,
    complaints: reverted.conflicts.map((place) => ({
      path: ['edit'],
      says: `It would undo what came later in ${place}.`,
    })),
    facts: { conflicts: [...reverted.conflicts] },
  });
}

/** @throws ProblemError `conflict` where the state of then cannot be found. */
export function stateOfThen<Document, Made>(
  now: Document,
  back: readonly (readonly Made[])[] | undefined,
  edited: Edited<Document, Made>,
): Document {
  const state = back === undefined ? undefined : walkBack(now, back, edited);
  if (state === undefined) throw wayBackLost();
  return state;
}

export function editNotFound(): ProblemError {
  return new ProblemError('not-found', { says: 'There is no such edit in the history of this draft.' });
}

function wayBackLost(): ProblemError {
  return new ProblemError('conflict', {
    says: 'The way back to this edit was not kept, as it is too long ago. Restore a published version instead.',
  });
}
