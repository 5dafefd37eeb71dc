// Takes pictures of pages at phone, tablet and desktop width, light and dark, and counts what axe finds wrong.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { openBrowser } from './browser.ts';
import { serveBuiltWeb } from './serve-built-web.ts';

const USAGE = `usage: node scripts/run.mjs scripts/screenshot.ts --out <folder> [--axe] [--whole] [--width <pixels>]… [--theme light|dark]… <address or path>…
  A path such as /styleguide is served from web/dist; an address such as http://127.0.0.1:3000/ is opened as it is.
  --axe     also run axe-core on every page; exits with 1 when there is a serious or critical finding
  --whole   the whole page, not only the window`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    axe: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    width: { type: 'string', multiple: true, default: ['360', '768', '1280'] },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
  },
});

if (values.out === undefined || positionals.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

const folder = resolve(values.out);
mkdirSync(folder, { recursive: true });
const built = await serveBuiltWeb(resolve(import.meta.dirname, '../web/dist'));
const browser = await openBrowser();
let findings = 0;
try {
  for (const address of positionals)
    for (const theme of values.theme)
      for (const width of values.width) findings += await lookAt(browser, address, theme, Number(width));
} finally {
  await browser.close();
  built.close();
}
if (findings > 0) process.exitCode = 1;

/** One page at one width in one theme: a picture, and the number of serious findings. */
async function lookAt(browser: Browser, address: string, theme: string, width: number): Promise<number> {
  const context = await browser.newContext({
    viewport: { width, height: width < 640 ? 760 : 860 },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (said) =>
    said.type() === 'error' ? console.error(`  console: ${said.text()}`) : undefined,
  );
  page.on('pageerror', (error) => console.error(`  broke: ${error.message}`));
  await page.goto(address.startsWith('/') ? built.origin + address : address, { waitUntil: 'networkidle' });
  const name = `${
    address
      .replace(/^https?:\/\/[^/]+/, '')
      .replaceAll(/[^a-z0-9]+/gi, '-')
      .replaceAll(/^-|-$/g, '') || 'home'
  }-${width}-${theme}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: values.whole });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  console.log(`${name}${wide > 0 ? `  (scrolls sideways by ${wide} px)` : ''}`);
  const found = values.axe ? await runAxe(page) : 0;
  await context.close();
  return found;
}

async function runAxe(page: Page): Promise<number> {
  const violations = await axeFindings(page);
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  console.log(`  axe: ${serious.length} serious of ${violations.length} findings`);
  for (const one of violations) {
    console.log(`  ${one.impact} ${one.id}: ${one.help} (${one.nodes.length})`);
    for (const node of one.nodes.slice(0, 4))
      console.log(
        `    ${node.html.slice(0, 180)}\n      ${node.failureSummary?.split('\n')[1]?.trim().slice(0, 200)}`,
      );
  }
  return serious.length;
}
