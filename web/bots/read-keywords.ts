// Reads keywords as they are typed into one line.

/** @example readKeywords(' buy, order,, Buy ') // ['buy', 'order'] */
export function readKeywords(words: string): string[] {
  const seen = new Map<string, string>();
  for (const word of words.split(',').map((each) => each.trim())) {
    const key = word.toLowerCase();
    if (word !== '' && !seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()];
}
