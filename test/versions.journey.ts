// Drafts, imports and versions in a real browser: an API is imported, and an edit is taken back.
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { parcelApi } from '@bellwire/server/imports/test-texts.ts';
import { openBrowser } from '../scripts/browser.ts';
import { demoSite } from './demo-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

test('an API is imported, its label is changed, and the change is taken back from the history', async (t) => {
  const site = await demoSite(t);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.origin}/mini-apps`);
  await page.getByLabel('E-mail').fill(site.email);
  await page.getByLabel('Password').fill(site.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await importApi(page, parcelApi('https://api.parcel.example'));
  await page.waitForURL(/\/actions/);
  await page.getByText('Send a parcel').first().waitFor();

  const section = (name: string) =>
    page.getByRole('navigation', { name: 'Sections of the mini-app' }).getByRole('link', { name }).click();
  await section('Settings');
  await page.getByLabel('Label').first().fill('Parcel Post 2');
  await page.keyboard.press('Tab');
  await section('Versions');
  await page.getByText(/^Changed label.* in the settings$/).waitFor();
  await page.getByRole('button', { name: 'Take back' }).first().click();
  await page.getByText('Took back edit 2').waitFor();
  await page.locator('.builder-title', { hasText: /^.?Parcel Post$/ }).waitFor();
});

async function importApi(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByLabel('Text', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Show what it makes' }).click();
  await page.getByText('OpenAPI 3.1.0').waitFor();
  await page.getByRole('button', { name: 'Make this mini-app' }).click();
}
