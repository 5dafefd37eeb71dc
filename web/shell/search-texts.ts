// Reads the texts a screen keeps in its address; what is empty or no text is as if it were not there.

/**
 * Numbers count as texts: the router reads `?search=42` as one.
 *
 * @example searchTexts({ search: 42, after: '' }, ['search', 'after']) // { search: '42' }
 */
export function searchTexts<const Name extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { [N in Name]?: string | undefined } {
  const texts: { [N in Name]?: string | undefined } = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) texts[name] = String(value);
  }
  return texts;
}
