// Every screen that a link leads to, found by following them: nothing breaks, nothing sticks out on a phone, axe has nothing serious to say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { seriousFindings } from '../scripts/axe.ts';
import { openBrowser } from '../scripts/browser.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

/** A list of a hundred contacts has a hundred links to one screen. */
const MOST_SCREENS = 90;

const looks = [
  { width: 1280, height: 860, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
] as const;

test('every screen that a link of the demo leads to is whole, at desk and on a phone, light and dark', async (t) => {
  const site = await demoSite(t);
  await payOnce(t, site);
  const faults: string[] = [];
  const seen = new Set<string>();
  const context = await signedIn(t, site);
  const page = await context.newPage();
  const errors = listenForErrors(page);
  const ahead = ['/'];
  while (ahead.length > 0 && seen.size < MOST_SCREENS) {
    const address = ahead.shift() ?? '/';
    if (seen.has(screenOf(address))) continue;
    seen.add(screenOf(address));
    await openScreen(page, `${site.origin}${address}`);
    faults.push(...(await faultsOf(page, address)));
    for (const tab of await otherTabs(page)) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await isWhole(page);
      faults.push(...(await faultsOf(page, `${address}, ${tab}`)));
    }
    faults.push(...errors.splice(0).map((error) => `${address}: ${error}`));
    ahead.push(...(await linksOf(page, site.origin)));
  }
  t.diagnostic(`${seen.size} screens: ${[...seen].join(' ')}`);
  assert.deepEqual(faults, []);
  assert.ok(seen.size >= 30, `Only ${seen.size} screens were found: ${[...seen].join(', ')}`);
});

async function openScreen(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await isWhole(page);
}

/** Skeletons stand where answers are still on their way. */
async function isWhole(page: Page): Promise<void> {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

async function otherTabs(page: Page): Promise<string[]> {
  return (await page.locator('[role="tab"][aria-selected="false"]').allInnerTexts()).map((name) =>
    name.trim(),
  );
}

async function faultsOf(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looks) faults.push(...(await faultsIn(page, where, look)));
  return faults;
}

async function faultsIn(page: Page, address: string, look: (typeof looks)[number]): Promise<string[]> {
  await page.setViewportSize(look);
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
  const where = `${address} at ${look.width} px, ${look.colorScheme}`;
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const findings = await seriousFindings(page);
  return [
    ...(sticksOut > 0 ? [`${where}: scrolls sideways by ${sticksOut} px`] : []),
    ...findings.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
  ];
}

function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (said) => (said.type() === 'error' ? errors.push(said.text()) : undefined));
  return errors;
}

/** One screen for all contacts, all events …: which of them it shows makes no other screen. */
function screenOf(address: string): string {
  const url = new URL(address, 'http://any');
  const path = url.pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
  return url.searchParams.has('part') ? `${path} (one)` : path;
}

async function linksOf(page: Page, origin: string): Promise<string[]> {
  const links = await page
    .locator('a[href]:not([target="_blank"]):not([download])')
    .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  return links
    .filter((link) => link.startsWith(`${origin}/`) && !/\/(chat|api|u)\//.test(link))
    .map((link) => link.slice(origin.length));
}

async function payOnce(t: TestContext, site: DemoSite): Promise<void> {
  const context = await browser.newContext();
  t.after(() => context.close());
  const chat = await context.newPage();
  await chat.goto(site.chatAddress);
  const box = chat.getByRole('textbox', { name: 'Your message' });
  await box.fill('buy');
  await box.press('Enter');
  const opened = context.waitForEvent('page');
  await chat.getByRole('link', { name: /^Pay €33\.00/ }).click();
  const provider = await opened;
  await provider.getByRole('button', { name: 'Pay €33.00' }).click();
  await chat.getByRole('region', { name: /^Receipt / }).waitFor();
}

async function signedIn(t: TestContext, site: DemoSite): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-IE' });
  context.setDefaultTimeout(15_000);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(site.origin);
  await page.getByLabel('E-mail').fill(site.email);
  await page.getByLabel('Password').fill(site.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in to Bellwire' }).waitFor({ state: 'detached' });
  await page.close();
  return context;
}
