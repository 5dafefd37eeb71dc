// Finds what a migration takes away from older code that still runs, unless the file says since when no code uses it.

interface Loss {
  readonly line: number;
  readonly says: string;
}

const losses: readonly (readonly [words: RegExp, what: string])[] = [
  [/\bdrop\s+(?!index\b|not\s+null\b|default\b|expression\b|identity\b|trigger\b)\w+/gi, 'drops something'],
  [/\brename\b/gi, 'renames something'],
  [/\balter\s+(?:column\s+)?\S+\s+(?:set\s+data\s+)?type\b/gi, 'changes the type of a column'],
  [/\bset\s+not\s+null\b/gi, 'demands a value that older code does not write'],
  [
    /\balter\s+table\b[^;]*\badd\s+(?:constraint\b|check\b|unique\b|primary\b|foreign\b)/gi,
    'adds a rule to a table that is in use',
  ],
  [
    /\badd\s+column\s+(?![^,;]*\b(?:default|generated)\b)[^,;]*\bnot\s+null\b/gi,
    'demands a value that older code does not write',
  ],
];

/** Empty too where the file has its line `-- contract after 0141: why`. */
export function takesAway(text: string): Loss[] {
  if (/^-- contract after \d{4}: \S/m.test(text)) return [];
  // Same length, so that places stay: what a comment says is not done.
  const code = text.replaceAll(/--.*$/gm, (comment) => ' '.repeat(comment.length));
  return losses.flatMap(([words, what]) =>
    [...code.matchAll(words)].map(({ index }) => ({
      line: code.slice(0, index).split('\n').length,
      says: `${what}, and during an upgrade older code goes on using it. Leave it to a later file, or say since which migration no code uses it: "-- contract after 0141: why" (its own number: all older processes have to be stopped first).`,
    })),
  );
}
