// Finds what somebody probably meant: the known name that is nearest to a mistyped one.

/**
 * The name nearest to `name`, if it is near enough to be meant: at most a third of its letters differ, and one is the same.
 *
 * @example nearest('amuont', ['amount', 'currency']) // 'amount'
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  if (name.length > MOST_COMPARED) return undefined;
  const most = Math.min(name.length - 1, Math.max(1, Math.floor(name.length / 3)));
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * What to do about an unknown name, as the end of an error text: the nearest known name, or all of them.
 *
 * @example orNearest('amuont', ['amount', 'currency']) // 'Did you mean "amount"?'
 */
export function orNearest(name: string, names: readonly string[], whatTheyAre: string): string {
  const meant = nearest(name, names);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  if (names.length === 0) return `There are no ${whatTheyAre} yet.`;
  const shown = names.slice(0, MOST_SHOWN).join(', ');
  return `The ${whatTheyAre} are ${shown}${names.length > MOST_SHOWN ? ' …' : ''}.`;
}

const MOST_SHOWN = 20;

/** No name of ours is longer; and the table below has the product of both lengths as its size. */
const MOST_COMPARED = 80;

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
