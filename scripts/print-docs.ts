// Prints the pages of the docs that come from the code: step types, language, problems.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedPages } from './docs/printed-pages.ts';
import { root } from './run-tool.ts';

for (const page of printedPages) {
  writeFileSync(join(root, page.file), page.text());
  console.log(page.file);
}
