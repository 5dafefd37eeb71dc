// What axe finds wrong on a page that is open.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

export interface AxeFinding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Worst of them: what keeps somebody from using the page. */
export async function seriousFindings(page: Page): Promise<AxeFinding[]> {
  return (await axeFindings(page)).filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  await page.evaluate(readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
  return page.evaluate('axe.run().then((result) => result.violations)');
}
