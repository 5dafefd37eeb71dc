// Parked events and replays by the screens alone, in a real browser.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { openBrowser } from '../scripts/browser.ts';
import { account, lotOf, numbersTo, rerunShop } from './rerun-shop.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('a lot leads to what has to be mended; once it is mended, all of it runs', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(12);
  await shop.settle('parked', 12);
  const page = await signedIn(t, shop.origin);
  await page.goto(`${shop.origin}/events`);
  await page.getByRole('link', { name: 'Parked', exact: true }).click();
  await page.getByText('Publish the flow, then run these events.').waitFor();
  await page.getByRole('link', { name: 'Publish the flow' }).click();
  await page.waitForURL(/\/flows\//);
  await shop.publish();
  await page.goto(`${shop.origin}/events/parked`);
  await page.getByRole('button', { name: 'Run all 12…' }).click();
  await page.getByRole('textbox', { name: 'How fast' }).fill('50');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('12 of 12').waitFor();
  await page.getByText('Nothing is parked').waitFor();
  assert.deepEqual(await shop.said(), numbersTo(12));
});

const receipt: FlowGraph = {
  start: 'order',
  steps: [
    {
      id: 'order',
      type: 'send-message',
      settings: { kind: 'text', text: 'Order {{trigger.n}}' },
      exits: { next: 'receipt' },
    },
    { id: 'receipt', type: 'send-message', settings: { kind: 'receipt' }, exits: {} },
  ],
};

test('a failed run is replayed from its story: the dialog says before what is skipped, and what is sent again', async (t) => {
  const shop = await rerunShop(t, { graph: receipt });
  const [eventId = ''] = await shop.fire(1);
  await shop.runOf(eventId, 'failed');
  const { revision } = await shop.ours.getFlow({ flowId: shop.flowId });
  const { revision: corrected } = await shop.ours.changeFlow({
    flowId: shop.flowId,
    revision,
    changes: [{ is: 'set-step', id: 'receipt', settings: { kind: 'text', text: 'Receipt {{trigger.n}}' } }],
  });
  await shop.ours.publishFlow({ flowId: shop.flowId, revision: corrected });
  const page = await signedIn(t, shop.origin);
  await page.goto(`${shop.origin}/events/${eventId}`);
  await page.getByRole('button', { name: 'Replay…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Skipped').waitFor();
  await dialog.getByText('Receipt 1').waitFor();
  await dialog.getByRole('checkbox', { name: 'Do it again: Message' }).click();
  await dialog.getByText('Sends 1 message again.').waitFor();
  await dialog.getByRole('checkbox', { name: 'Do it again: Message' }).click();
  await dialog.getByText('Sends 1 message again.').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Replay', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  for (let waited = 0; waited < 100 && (await shop.said()).length < 2; waited++)
    await page.waitForTimeout(50);
  assert.deepEqual(await shop.said(), ['Order 1', 'Receipt 1']);
});

test('a subscription that was off is offered what it missed', async (t) => {
  const shop = await rerunShop(t, { enabled: false });
  await shop.fire(3);
  await shop.settle('unheard', 3);
  const page = await signedIn(t, shop.origin);
  await page.goto(`${shop.origin}/bots/${shop.botId}?tab=automation`);
  await page.getByRole('switch', { name: 'Tick is on' }).click();
  await page.getByText('3 events were missed.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Catch up' }).click();
  await shop.settle('done', 3);
  assert.deepEqual(await shop.said(), numbersTo(3));
});

test('a subscription whose app was uninstalled is pointed to the new install, and what was parked runs through it', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(2);
  await shop.settle('parked', 2);
  await shop.publish();
  await shop.ours.uninstallApp({ installId: shop.installId });
  await shop.ours.installApp({ appId: shop.appId, auth: {}, consent: ['triggers:fire'] });
  const page = await signedIn(t, shop.origin);
  await page.goto(`${shop.origin}/bots/${shop.botId}?tab=automation`);
  await page.getByRole('button', { name: 'More about Tick' }).click();
  await page.getByRole('menuitem', { name: 'Point to another install…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Point', exact: true }).click();
  await page.getByText('listens to Ticker now').waitFor();
  const [lot] = (await shop.ours.listParkedLots({})).rows;
  const { id } = await shop.ours.runParkedLot({ ...lotOf(lot), perSecond: 100 });
  await shop.ended(id);
  assert.deepEqual(await shop.said(), numbersTo(2));
});

async function signedIn(t: TestContext, origin: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  t.after(() => context.close());
  const answer = await context.request.post(`${origin}/api/sign-in`, { data: account, headers: { origin } });
  assert.equal(answer.status(), 200);
  return context.newPage();
}
