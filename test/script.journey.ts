// JavaScript in a real browser: a step is written, tried with a sample, and played with what the sandbox makes of it.
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

test('a script is tried beside its code, its error is told with the line, and Play goes on with its result', async (t) => {
  const page = await openFlow(t, await demoSite(t));
  await page.locator('[data-id="sum"] .step-card').click();

  await page.getByRole('button', { name: 'Run with sample' }).click();
  const result = page.getByRole('region', { name: /^Result/ });
  await result.waitFor();
  assert.equal(await result.innerText(), '40');

  await page
    .getByLabel('JavaScript', { exact: true })
    .fill('const x = 1;\nconsole.log("here");\nnull.price;');
  await page.getByRole('button', { name: 'Run with sample' }).click();
  await page.getByText('in line 3').waitFor();
  assert.match(await page.getByRole('region', { name: 'Console' }).innerText(), /here/);

  await page.getByLabel('JavaScript', { exact: true }).fill('return input.price + 1;');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Play' });
  await panel.getByRole('button', { name: 'Play', exact: true }).click();
  await panel.getByRole('button', { name: 'Go on with this result' }).click();
  await panel.getByText('The flow is through.').waitFor();
});

/** A new flow of the bot with one script in it, on its canvas. */
async function openFlow(t: TestContext, { origin, email, password, client, bot }: DemoSite): Promise<Page> {
  const step = {
    id: 'sum',
    type: 'javascript',
    settings: { inputs: [{ name: 'price', value: 20 }], code: 'return input.price * 2;' },
    exits: {},
  };
  const graph = { start: 'sum', steps: [step] };
  const flow = await client.createFlow({ botId: bot.id, name: 'Sums', kind: 'workflow', graph });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  t.after(() => context.close());
  await context.request.post(`${origin}/api/sign-in`, { data: { email, password }, headers: { origin } });
  const page = await context.newPage();
  await page.goto(`${origin}/bots/${bot.id}/flows/${flow.id}`);
  return page;
}
