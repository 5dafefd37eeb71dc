// Which files a source file imports, and on which lines.
import { parseSync } from 'oxc-parser';
import { lineAt, type Source } from './source.ts';

export type Import = { from: string; line: number };

/** Static and dynamic imports and re-exports; a dynamic import of a computed name cannot be known and is left out. */
export function readImports({ path, text }: Source): Import[] {
  const { module } = parseSync(path, text);
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      value: /^(['"`])([^$]*)\1$/.exec(text.slice(start, end))?.[2] ?? '',
      start,
    })),
  ];
  return requests
    .filter(({ value }) => value !== '')
    .map(({ value, start }) => ({ from: value, line: lineAt(text, start) }));
}
