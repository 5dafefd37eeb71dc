// Remembers what was compiled from a text, within a fixed size, so that hot texts are parsed once.

/** Longer texts are made anew each time: ten thousand of them kept would be gigabytes. */
const LONGEST_KEY = 4096;

/** `make`, with its newest `most` answers kept. The oldest is dropped first: no bookkeeping on the hot path. */
export function remember<V>(most: number, make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (key.length > LONGEST_KEY) return made;
    if (known.size >= most) {
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    }
    known.set(key, made);
    return made;
  };
}
