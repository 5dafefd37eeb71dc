// Where two edits met, in words.
import { lowerWords, singular } from '@bellwire/model/difference/words.ts';
import { appParts } from '@bellwire/model/app.ts';

/** Behind these keys of a definition stands the name of an entry. */
const lists: ReadonlySet<string> = new Set([...appParts, 'steps', 'inputs', 'outputs', 'items', 'tests']);

/** @example conflictWords(['flows', 'pay', 'steps', 'ask', 'settings', 'text']) // 'Flow "pay", step "ask", text' */
export function conflictWords(path: readonly string[]): string {
  const words: string[] = [];
  for (let at = 0; at < path.length; at += 1) {
    const key = path[at] ?? '';
    const name = lists.has(key) ? path[at + 1] : undefined;
    if (name !== undefined) {
      words.push(`${singular(key)} "${name}"`);
      at += 1;
    } else if (key !== 'settings') words.push(lowerWords(key));
  }
  const sentence = words.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
