// A change of one file of the server under test, at a place that is named by what stands there and not by how it is laid out.

export interface Edit {
  /** From the root of the project. */
  readonly file: string;
  /** Stands in the file exactly once, in whatever lines and spaces. */
  readonly find: string;
  /** What stands there instead; `$&` is what was found. */
  readonly replace: string;
}

/** @throws Error when the place is not there exactly once: the product has changed, and the edit must follow it. */
export function applyEdit({ file, find, replace }: Edit, text: string): string {
  const places = findPlaces(text, find);
  const [place] = places;
  if (place === undefined || places.length > 1)
    throw new Error(
      `A place in ${file} is looked for by a text that is there ${places.length} times and not once:\n${find}`,
    );
  const found = text.slice(place.from, place.to);
  return text.slice(0, place.from) + replace.replaceAll('$&', () => found) + text.slice(place.to);
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function findPlaces(text: string, find: string): { from: number; to: number }[] {
  const tokens = readTokens(text);
  const wanted = readTokens(find);
  const isAt = (start: number): boolean => wanted.every(({ text }, n) => tokens[start + n]?.text === text);
  return tokens.flatMap(({ from }, start) => {
    const last = tokens[start + wanted.length - 1];
    return last !== undefined && isAt(start) ? [{ from, to: last.to }] : [];
  });
}

/** Words and signs. A formatter adds and takes commas before a closing bracket: they do not count. */
function readTokens(text: string): Token[] {
  const tokens = [...text.matchAll(/[\w$]+|[^\s\w$]/g)].map(({ 0: sign, index }): Token => ({
    text: sign,
    from: index,
    to: index + sign.length,
  }));
  return tokens.filter(({ text: sign }, n) => sign !== ',' || !/^[)\]}]$/.test(tokens[n + 1]?.text ?? ''));
}
