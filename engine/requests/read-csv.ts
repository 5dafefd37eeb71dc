// Reads a table in CSV (RFC 4180): its first line names the columns, each further line becomes an object of texts.
import { isForbiddenKey, type JsonObject } from '@bellwire/model/json.ts';

/**
 * Columns are parted by a comma, a semicolon or a tab, whichever the first line has first outside of quotes. Cells that are
 * missing are empty; cells beyond the named columns are left out, and so are empty lines.
 *
 * @example readCsv('id;name\n1;"Ann; B."') // [{ id: '1', name: 'Ann; B.' }]
 */
export function readCsv(text: string): JsonObject[] {
  const plain = text.replace(/^\uFEFF/, '');
  const [names = [], ...lines] = readLines(plain, separatorOf(plain));
  return lines
    .filter((cells) => cells.length > 1 || cells[0] !== '')
    .map((cells) =>
      Object.fromEntries(
        names.flatMap((name, place) => (isForbiddenKey(name) ? [] : [[name.trim(), cells[place] ?? '']])),
      ),
    );
}

function separatorOf(text: string): string {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1);
  return /[,;\t]/.exec(head)?.[0] ?? ',';
}

function readLines(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = takeCell(text, at, separator);
    cells.push(cell.text);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end still has an empty cell after it.
      if (at < text.length) continue;
      cells.push('');
    }
    if (text.startsWith('\r\n', at)) at += 1;
    at += 1;
    lines.push(cells);
    cells = [];
  }
  return lines;
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

/** A quote that is never closed takes the rest; what follows a closed one is added to it, as spreadsheets do. */
function takeCell(text: string, start: number, separator: string): Cell {
  QUOTED.lastIndex = start;
  const [whole = '', quoted = ''] = QUOTED.exec(text) ?? [];
  const bare = start + whole.length;
  const end = endOfBare(text, bare, separator);
  return { text: quoted.replaceAll('""', '"') + text.slice(bare, end), end };
}

const QUOTED = /"([^"]*(?:""[^"]*)*)(?:"|$)/y;

function endOfBare(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
