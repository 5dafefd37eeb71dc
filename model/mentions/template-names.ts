// Renames what a template reads, `{{app.old}}` → `{{app.new}}`, without touching anything else in the text.

export type SwapName = (name: string) => string;

/**
 * Swaps the names that stand directly under `root` in the places of a template.
 *
 * @example swapInTemplate('Pay {{app.sum | money}}', 'app', () => 'total') // 'Pay {{app.total | money}}'
 */
export function swapInTemplate(text: string, root: string, swap: SwapName): string {
  let swapped = '';
  let done = 0;
  for (let braces = text.indexOf('{{'); braces !== -1; braces = text.indexOf('{{', done)) {
    const begin = braces + 2;
    const end = isEscaped(text, braces, done) ? begin : endOfPlace(text, begin);
    if (end === undefined) break; // never closed: no template, and no names to swap
    swapped += text.slice(done, begin) + swapInPath(text.slice(begin, end), root, swap);
    done = end;
  }
  return swapped + text.slice(done);
}

/** The same for the inside of a place, or a path that stands alone. */
export function swapInPath(path: string, root: string, swap: SwapName): string {
  return path.replace(
    PATHS,
    (whole: string, found: string | undefined, dotted: string | undefined, quoted: string | undefined) => {
      const name = dotted ?? quoted;
      if (found !== root || name === undefined) return whole;
      const swapped = swap(name);
      return swapped === name ? whole : `${root}.${swapped}`;
    },
  );
}

/** Quoted text, which is passed over, or a root with its first name; not what follows a dot, as `order.app.id`. */
const PATHS =
  /"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|(?<![\p{L}\p{M}\p{N}_.-])([a-z]+)(?:\.([a-z][\w-]*)(?![\p{L}\p{M}\p{N}_-])|\[\s*["']([a-z][\w-]*)["']\s*\])/gsu;

/** An odd number of backslashes makes plain braces of `{{`. */
function isEscaped(text: string, braces: number, from: number): boolean {
  let at = braces;
  while (at > from && text[at - 1] === '\\') at -= 1;
  return (braces - at) % 2 === 1;
}

/** Where `}}` stands, quoted text passed over. Gives up at the first quote that is never closed, so that it takes linear time. */
function endOfPlace(text: string, begin: number): number | undefined {
  PART.lastIndex = begin;
  let at = begin;
  while (PART.test(text)) at = PART.lastIndex;
  return text.startsWith('}}', at) ? at : undefined;
}

const PART = /[^"'}]+|"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|\}(?!\})/suy;
