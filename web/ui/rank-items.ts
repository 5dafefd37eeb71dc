// Which items fit what was typed, the best first.
export interface Rankable {
  label: string;
  about?: string;
  /** More words to be found by, never shown. */
  keywords?: readonly string[];
}

/**
 * Label starts with it, a word of the label does, the label contains it, the letters stand in the label in order,
 * then the same on keywords and the description. Items of one rank keep their order; an empty query keeps all.
 */
export function rankItems<Item extends Rankable>(items: readonly Item[], query: string): Item[] {
  const wanted = plain(query.trim());
  if (wanted === '') return [...items];
  return items
    .map((item) => ({ item, rank: rankOf(item, wanted) }))
    .filter((one) => one.rank < Infinity)
    .toSorted((one, other) => one.rank - other.rank)
    .map((one) => one.item);
}

function rankOf(item: Rankable, wanted: string): number {
  const label = plain(item.label);
  if (label.startsWith(wanted)) return 0;
  if (label.split(/\W+/).some((word) => word.startsWith(wanted))) return 1;
  if (label.includes(wanted)) return 2;
  if (item.keywords?.some((word) => plain(word).startsWith(wanted))) return 3;
  if (hasInOrder(label, wanted)) return 4;
  if (plain(item.about ?? '').includes(wanted)) return 5;
  return Infinity;
}

function hasInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** Small letters without accents: "Réglages" is found by "regl". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
