// A webhook in a real browser: what a service sends is captured and mapped by clicks, then its signed call runs; and a web form.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../scripts/browser.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

const json = { 'content-type': 'application/json' };

test('a payload is captured, its values are clicked, and the signed call of the service runs', async (t) => {
  const site = await demoSite(t);
  const page = await signedIn(t, site, `/mini-apps/${site.appId}/webhooks`);
  await page.getByRole('button', { name: 'New webhook' }).click();
  await page.getByRole('dialog').getByLabel('Label').fill('Payments');
  await page.getByRole('button', { name: 'Make the webhook' }).click();

  await page.getByRole('button', { name: 'Listen for a call' }).click();
  const capture = await page.getByRole('textbox', { name: 'Capture address' }).inputValue();
  const body = JSON.stringify({ payment: { status: 'paid' } });
  await fetch(capture, { method: 'POST', headers: { ...json, 'x-signature': 'hunter2' }, body });
  await page.getByRole('button', { name: 'Use as sample' }).click();
  await page.getByRole('button', { name: /^status/ }).click();
  await page.getByRole('menuitem', { name: 'Status' }).click();
  assert.equal(
    await page.getByLabel('JSONPath', { exact: true }).first().inputValue(),
    '$.body.payment.status',
  );
  assert.ok(!(await page.content()).includes('hunter2'));

  await choose(page, 'A call proves who sent it by', 'A signature (HMAC)');
  await page.getByLabel('Header of the signature').fill('x-signature');
  const address = await publishedAddress(site);

  await setSecret(page, site, 'quiet-words');
  const signature = createHmac('sha256', 'quiet-words').update(body).digest('hex');
  for (const [sign, status] of [
    ['forged', 401],
    [signature, 200],
  ] as const) {
    const answer = await fetch(address, { method: 'POST', headers: { ...json, 'x-signature': sign }, body });
    assert.equal(answer.status, status);
  }
  await page.getByRole('row', { name: /Refused/ }).waitFor();
  await page.getByRole('button', { name: 'Let in' }).click();
  await page.getByRole('link', { name: 'See the run' }).click();
  await page.getByText('1 values were taken from the call.').waitFor();
});

/** On the page of the install. */
async function setSecret(page: Page, site: DemoSite, secret: string): Promise<void> {
  await page.goto(`${site.origin}/apps/${site.installId}`);
  await page.getByText('Every call is refused until its secret is set.').waitFor();
  await page.getByRole('button', { name: 'Set the secret' }).click();
  await page.getByRole('dialog').getByLabel('Secret').fill(secret);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Every call is refused until its secret is set.').waitFor({ state: 'detached' });
}

/** As `Publish` does, once all that was typed is saved; the install follows. */
async function publishedAddress({ client, appId, installId }: DemoSite): Promise<string> {
  const until = Date.now() + 10_000;
  for (;;) {
    const { revision, app } = await client.getApp({ appId });
    if (app.webhooks.some(({ signature }) => signature.is === 'hmac' && signature.header === 'x-signature')) {
      await client.publishApp({ appId, revision, visibility: 'private', changelog: 'A webhook' });
      break;
    }
    assert.ok(Date.now() < until, 'The signature was not saved.');
    await pause(100);
  }
  const [webhook] = (await client.listWebhooks({ installId })).rows;
  assert.ok(webhook !== undefined);
  return webhook.address;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.getByRole('option', { name: option }).click();
}

async function signedIn(t: TestContext, site: DemoSite, path: string): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 860 },
  });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${site.origin}${path}`);
  await page.getByLabel('E-mail').fill(site.email);
  await page.getByLabel('Password').fill(site.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in to Bellwire' }).waitFor({ state: 'detached' });
  return page;
}
