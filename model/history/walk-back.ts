// Finds an earlier state of a definition, and what takes one of its changes back, from the changes that lead back.
import { sameJson } from '../difference/list-between.ts';
import type { Edited, Places } from './edited.ts';

/** The document as it was before the changes that `back` takes back, the newest of them first; undefined where they do not fit. */
export function walkBack<Document, Made>(
  now: Document,
  back: readonly (readonly Made[])[],
  { apply }: Edited<Document, Made>,
): Document | undefined {
  let document = now;
  for (const inverse of back) {
    const applied = apply(document, inverse);
    if (!applied.ok) return undefined;
    document = applied.value;
  }
  return document;
}

export type Revert<Document> =
  | {
      readonly ok: true;
      readonly document: Document;
      /** Words for the places that were changed again since, and whose newer state would be lost. */
      readonly conflicts: readonly string[];
    }
  | { readonly ok: false; readonly says: string };

/**
 * Takes one change back and leaves those that came after it.
 *
 * @param back the inverses of all changes from the newest down to the one meant, which is the last of the list
 */
export function revert<Document, Made>(
  now: Document,
  back: readonly (readonly Made[])[],
  edited: Edited<Document, Made>,
): Revert<Document> {
  const inverse = back.at(-1) ?? [];
  const after = walkBack(now, back.slice(0, -1), edited);
  const before = after === undefined ? undefined : walkBack(after, [inverse], edited);
  if (after === undefined || before === undefined)
    return {
      ok: false,
      says: 'What the draft was then can no longer be found. Restore a published version instead.',
    };
  const applied = edited.apply(now, inverse);
  if (!applied.ok)
    return { ok: false, says: `It cannot be taken back by itself any more: ${applied.complaint.says}` };
  return {
    ok: true,
    document: applied.value,
    conflicts: changedSince(edited.placesOf(before), edited.placesOf(after), edited.placesOf(now)),
  };
}

function changedSince(before: Places, after: Places, now: Places): string[] {
  const places = [...new Set([...before.keys(), ...after.keys()])];
  return places.filter(
    (place) => !sameJson(before.get(place), after.get(place)) && !sameJson(after.get(place), now.get(place)),
  );
}
