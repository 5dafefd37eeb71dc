// Play in a real browser: a bot's flow and an app's flow, step by step in the page, with answers that a person makes up.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../scripts/browser.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('flows are played in the page: forward, back, failed and mended, and nothing is sent', async (t) => {
  const site = await demoSite(t);
  const page = await signedIn(t, site);
  const flow = (await site.client.listFlows({ botId: site.bot.id })).rows.find(({ name }) => name === 'Buy');
  await page.goto(`${site.origin}/bots/${site.bot.id}/flows/${flow?.id ?? ''}`);
  const panel = page.getByRole('complementary', { name: 'Play' });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await panel.getByRole('button', { name: 'Play', exact: true }).click();
  await panel.getByText('Create payment link').waitFor();
  assert.equal(await page.locator('.step-card[data-active]').count(), 1, 'the card it stands at is marked');
  await panel.getByRole('textbox', { name: 'Outputs' }).fill('{"payment_url": "https://pay.example/7"}');
  await panel.getByRole('button', { name: 'Answer with this' }).click();
  await panel.getByText('The flow is through.').waitFor();
  await panel.getByText('Pay €33.00', { exact: true }).waitFor();

  await panel.getByRole('button', { name: 'One step back' }).click();
  await panel.getByRole('button', { name: 'Go on to the next pause' }).waitFor();
  await panel.getByRole('button', { name: 'One step back' }).click();
  await panel.getByRole('button', { name: 'It failed' }).click();
  await panel.getByText('No answer: The other side did not answer.').waitFor();

  await page.goto(`${site.origin}/mini-apps/${await appId(site)}/flows?part=create_payment_link`);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Amount' }).fill('12');
  await panel.getByRole('button', { name: 'Step by step' }).click();
  await panel.getByText('Would make the one-time URL').waitFor();
  await panel.getByRole('button', { name: 'Go on to the next pause' }).click();
  await panel.getByText('What is sent').click();
  const sent = await panel.getByRole('region', { name: 'Request' }).innerText();
  assert.match(sent, /"amount": ?12\b/);
  assert.equal(await panel.getByText(site.apiKey).count(), 0, 'secrets are dots');
  assert.deepEqual((await site.client.listRuns({})).rows, [], 'nothing has run');
});

async function appId({ client }: DemoSite): Promise<string> {
  return (await client.listApps({})).rows[0]?.id ?? '';
}

async function signedIn(t: TestContext, { origin, email, password }: DemoSite): Promise<Page> {
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
  return context.newPage();
}
