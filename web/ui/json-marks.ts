// Splits a JSON text into pieces with a kind each, so that it can be coloured without an editor.
export interface JsonMark {
  kind: 'key' | 'text' | 'number' | 'word' | 'plain';
  text: string;
}

const PIECES = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Every character of the text comes back in order, broken JSON too: what is not recognised is "plain". */
export function jsonMarks(text: string): JsonMark[] {
  const marks: JsonMark[] = [];
  let done = 0;
  for (const found of text.matchAll(PIECES)) {
    if (found.index > done) marks.push({ kind: 'plain', text: text.slice(done, found.index) });
    const [whole, quoted, colon, number] = found;
    if (quoted !== undefined) {
      marks.push({ kind: colon === undefined ? 'text' : 'key', text: quoted });
      if (colon !== undefined) marks.push({ kind: 'plain', text: colon });
    } else marks.push({ kind: number === undefined ? 'word' : 'number', text: whole });
    done = found.index + whole.length;
  }
  if (done < text.length) marks.push({ kind: 'plain', text: text.slice(done) });
  return marks;
}
