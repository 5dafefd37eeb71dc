// A page of the docs that is printed from the code: which file it is, and what stands in it.

export interface PrintedPage {
  /** From the root. */
  readonly file: string;
  text(): string;
}

export const printedNote =
  '<!-- Printed from the code by `node scripts/run.mjs scripts/print-docs.ts`: change it there. -->';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A bar would end the cell, a line break the row. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

/** As code; a text that holds backticks itself is put between two. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
