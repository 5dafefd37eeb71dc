// What people count as the characters of a text.

/** Code points, so that an emoji is one and is never cut in half; joined emoji (families, flags) count their parts. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}
