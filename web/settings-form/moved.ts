// A list with one entry at another place.
export function moved<Entry>(entries: readonly Entry[], from: number, to: number): Entry[] {
  const taken = entries.slice(from, from + 1);
  return entries.toSpliced(from, 1).toSpliced(to, 0, ...taken);
}
