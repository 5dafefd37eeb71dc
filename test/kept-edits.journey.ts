// Nothing that was typed is lost: not by two windows, not by a server that goes away, not by a reload or a closed window.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../scripts/browser.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('two windows: different fields come together, the same one is shown side by side', async (t) => {
  const site = await demoSite(t);
  const context = await signedIn(t, site);
  const [one, other] = [await openTrigger(context, site), await openTrigger(context, site)];
  await type(one, 'Label', 'Paid at last');
  await becomes(site, ['Paid at last']);
  await type(other, 'When it is fired', 'The money is there.');
  await other.getByText('Your change was made on top of it').waitFor();
  await saved(other);
  await becomes(site, ['Paid at last', 'The money is there.']);

  await type(one, 'When it is fired', 'Written here.');
  await one.getByText('The same was changed elsewhere').waitFor();
  const dialog = one.getByRole('dialog');
  await dialog.getByText('The money is there.').waitFor();
  await dialog.getByText('Written here.').waitFor();
  await dialog.getByRole('radio', { name: 'Yours' }).check();
  await dialog.getByRole('button', { name: 'Keep what is chosen' }).click();
  await saved(one);
  await becomes(site, ['Paid at last', 'Written here.']);
});

test('while the server is away edits stay in the browser: it saves them by itself, and so do a reload and a new window', async (t) => {
  const site = await demoSite(t);
  const context = await signedIn(t, site);
  const page = await openTrigger(context, site);
  await site.end();
  await type(page, 'Label', 'Typed into the void');
  await page.getByText('Not saved').waitFor();
  await site.startAgain();
  await saved(page);
  await becomes(site, ['Typed into the void']);

  await site.end();
  await type(page, 'Label', 'Before the reload');
  await page.getByText('Not saved').waitFor();
  await page.route('**/api/**/changes', (route) => route.abort());
  await site.startAgain();
  await page.reload();
  await page.unroute('**/api/**/changes');
  await page.getByRole('heading', { name: 'Before the reload' }).waitFor();
  await saved(page);
  await becomes(site, ['Before the reload']);

  await site.end();
  await type(page, 'Label', 'Before the end');
  await page.getByText('Not saved').waitFor();
  await page.close();
  await site.startAgain();
  const next = await openTrigger(context, site);
  await next.getByRole('heading', { name: 'Before the end' }).waitFor();
  await saved(next);
  await becomes(site, ['Before the end']);
});

async function openTrigger(context: BrowserContext, { origin, client }: DemoSite): Promise<Page> {
  const page = await context.newPage();
  // A page asks before it is left over an edit that is not saved: leave.
  page.on('dialog', (dialog) => void dialog.accept());
  const [app] = (await client.listApps({})).rows;
  const trigger = (await client.getApp({ appId: app?.id ?? '' })).app.triggers[0]?.name ?? '';
  await page.goto(`${origin}/mini-apps/${app?.id ?? ''}/triggers?part=${trigger}`);
  await page.getByRole('textbox', { name: 'Label' }).first().waitFor();
  return page;
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).first().fill(text);
}

async function saved(page: Page): Promise<void> {
  await page.locator('.save-state[data-is="saving"]').waitFor({ state: 'detached' });
  await page.locator('.save-state[data-is="saved"]').waitFor();
}

/** What the server has; a window gives out what is typed when one pauses. */
async function becomes(site: DemoSite, words: readonly string[]): Promise<void> {
  const reached = async () => (await wordsOf(site)).slice(0, words.length).join() === words.join();
  for (let looks = 0; looks < 100 && !(await reached()); looks++) await setTimeout(50);
  assert.deepEqual((await wordsOf(site)).slice(0, words.length), words);
}

async function wordsOf({ client }: DemoSite) {
  const [app] = (await client.listApps({})).rows;
  const [trigger] = (await client.getApp({ appId: app?.id ?? '' })).app.triggers;
  return [trigger?.label, trigger?.about];
}

async function signedIn(t: TestContext, { origin, email, password }: DemoSite): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  t.after(() => context.close());
  const answer = await context.request.post(`${origin}/api/sign-in`, {
    data: { email, password },
    headers: { origin },
  });
  assert.equal(answer.status(), 200);
  return context;
}
