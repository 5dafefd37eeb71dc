// A headless Chromium that comes from npm: nothing is downloaded, no system browser is needed.
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** The packaged browser is for Linux; elsewhere BELLWIRE_CHROMIUM names an installed Chrome or Chromium. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.BELLWIRE_CHROMIUM ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
    headless: true,
  });
}
