// Splits a command line into its words, as the shells do that people copy commands from: sh and bash, and the one of Windows.

export interface ShellWords {
  readonly words: readonly string[];
  /** What the shell would have filled in: `$TOKEN` in double quotes or bare. It is left in the words as it stands. */
  readonly variables: readonly string[];
  /** False where a quote is never closed; the words are then what could be read. */
  readonly closed: boolean;
}

/**
 * @example shellWords(`curl -H 'a: b' \\\n "https://x"`).words // ['curl', '-H', 'a: b', 'https://x']
 */
export function shellWords(text: string): ShellWords {
  const isWindows = /\^(\r?\n|")/.test(text);
  const reader: Reader = { text: isWindows ? withoutCarets(text) : text, at: 0, isWindows };
  const words: string[] = [];
  const variables: string[] = [];
  let word: string | undefined;
  let closed = true;
  while (reader.at < reader.text.length) {
    const piece = takePiece(reader);
    if (piece.is === 'gap') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + piece.text;
      closed &&= piece.closed !== false;
      if (piece.mayName === true && !isWindows) variables.push(...variablesIn(piece.text));
    }
  }
  if (word !== undefined) words.push(word);
  return { words, variables: [...new Set(variables)], closed };
}

interface Reader {
  readonly text: string;
  readonly isWindows: boolean;
  at: number;
}

type Piece =
  | { readonly is: 'gap' }
  | {
      readonly is: 'text';
      readonly text: string;
      readonly closed?: boolean;
      /** Outside of single quotes a shell fills variables in. */
      readonly mayName?: boolean;
    };

function takePiece(reader: Reader): Piece {
  for (const [pattern, piece] of reader.isWindows ? windowsPieces : shellPieces) {
    pattern.lastIndex = reader.at;
    const match = pattern.exec(reader.text);
    if (match === null) continue;
    reader.at += match[0].length;
    return piece(match);
  }
  // Nothing is left that the last pattern does not take; a lone character is text.
  reader.at += 1;
  return { is: 'text', text: reader.text[reader.at - 1] ?? '' };
}

type Pieces = readonly (readonly [pattern: RegExp, piece: (match: RegExpExecArray) => Piece])[];

const gap: Pieces[number] = [/(?:\s|\\\r?\n)+/y, () => ({ is: 'gap' })];

const shellPieces: Pieces = [
  gap,
  [/'([^']*)('|$)/y, ([, text = '', end]) => ({ is: 'text', text, closed: end === "'" })],
  [
    /\$'([^'\\]*(?:\\[^][^'\\]*)*)('|\\?$)/y,
    ([, text = '', end]) => ({ is: 'text', text: unescapeAnsi(text), closed: end === "'" }),
  ],
  [
    /"([^"\\]*(?:\\[^][^"\\]*)*)("|\\?$)/y,
    ([, text = '', end]) => ({
      is: 'text',
      text: text.replaceAll(/\\(\r?\n|["\\$`])/g, (_, escaped: string) =>
        /\n/.test(escaped) ? '' : escaped,
      ),
      closed: end === '"',
      mayName: true,
    }),
  ],
  [/\\([^])/y, ([, text = '']) => ({ is: 'text', text })],
  // A `$` before a single quote begins a quoted text, and is no part of this one.
  [/(?:[^\s'"\\$]|\$(?!'))+/y, ([text]) => ({ is: 'text', text, mayName: true })],
];

/** There a backslash is one, but before a quote, and two quotes inside of quotes are one. */
const windowsPieces: Pieces = [
  [/\s+/y, () => ({ is: 'gap' })],
  [
    /"((?:[^"\\]|\\(?!")|\\"|"")*)("|$)/y,
    ([, text = '', end]) => ({ is: 'text', text: text.replaceAll(/\\"|""/g, '"'), closed: end === '"' }),
  ],
  [/[^\s"]+/y, ([text]) => ({ is: 'text', text })],
];

function withoutCarets(text: string): string {
  return text.replaceAll(/\^(\r?\n|[^])/g, (_, escaped: string) => (/^\r?\n$/.test(escaped) ? ' ' : escaped));
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
}

const ansi: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  f: '\f',
  v: '\v',
};

/** Inside `$'…'`: `\n`, `\x41`, `\u00e9`, `\'`. */
function unescapeAnsi(text: string): string {
  return text.replaceAll(
    /\\(?:(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8})|([0-7]{1,3})|([^]))/g,
    (whole, hex?: string, octal?: string, letter?: string) => {
      if (letter !== undefined) return ansi[letter] ?? letter;
      const code = Number.parseInt(octal ?? hex?.slice(1) ?? '', octal === undefined ? 16 : 8);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}
