// The main job in a real browser, from both sides: a contact buys and pays, and the owner of the bot sees what became of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../scripts/browser.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

test('a payment that is called back three times leaves one receipt, one paid order, and a story that says why', async (t) => {
  const site = await demoSite(t);
  const events = await signedIn(t, site, '/events');
  await events.getByText('No event yet').waitFor();
  const chat = await openPage(t, site.chatAddress);

  await payIn(chat, 1);
  await receipts(chat).first().waitFor();
  assert.match(await words(receipts(chat).first()), /Paid Order \S+ .* Total €33\.00/i);

  // The list was open all along: the event comes in by itself.
  const row = events.getByRole('row', { name: /Payment paid/ });
  await row.getByText('Done').waitFor();
  assert.equal(await row.count(), 1);
  await row.getByRole('link', { name: /Payment paid/ }).click();
  await storyIsWhole(events);

  await chat.reload();
  await receipts(chat).first().waitFor();
  // What was wrongly said twice would be there by now.
  await chat.waitForTimeout(500);
  assert.equal(await receipts(chat).count(), 1);
});

test('the flow that a payment starts is drawn with what sets it going and with each of its steps', async (t) => {
  const site = await demoSite(t);
  const page = await signedIn(t, site, `/bots/${site.bot.id}`);
  await page.getByRole('link', { name: 'Payment received' }).click();
  const cards = page.locator('.step-card');
  await cards.filter({ hasText: 'Receipt' }).waitFor();
  const titles = await cards.locator('strong').allInnerTexts();
  assert.deepEqual(titles.toSorted(), ['Mark as paid', 'Receipt', 'Trigger']);
  assert.match(await words(cards.filter({ hasText: 'Trigger' })), /Payment paid/);
});

test('a subscription that is switched off leaves the payment unheard and says so; switched on, the next one is heard', async (t) => {
  const site = await demoSite(t);
  const chat = await openPage(t, site.chatAddress);
  const owner = await signedIn(t, site, `/bots/${site.bot.id}?tab=automation`);
  await pressSwitch(owner);
  await showsSwitch(owner, false);
  await payIn(chat, 1);

  const events = await openTab(owner, `${site.origin}/events`);
  const unheard = events.getByRole('row', { name: /Nobody listens/ });
  await unheard.waitFor();
  await unheard.getByText('It is switched off. Switch it on under Automation > Triggers.').waitFor();
  assert.equal(await receipts(chat).count(), 0);

  await pressSwitch(owner);
  await declineCatchUp(owner);
  await showsSwitch(owner, true);
  await payIn(chat, 2);
  await receipts(chat).first().waitFor();
  await events.getByRole('row', { name: /Payment paid.*Done/s }).waitFor();
  assert.equal(await receipts(chat).count(), 1);
  assert.equal(await unheard.count(), 1);
});

/** Each chapter of the story, as it stands on the screen. */
async function storyIsWhole(page: Page): Promise<void> {
  const calls = page.getByRole('listitem').filter({ hasText: 'POST' });
  await calls.nth(2).waitFor();
  const told = await calls.allInnerTexts();
  assert.equal(told.length, 3);
  assert.match(told[0] ?? '', /Let in/);
  for (const later of told.slice(1))
    assert.match(
      later,
      /Came again: stopped[\s\S]*It came after the first call and was stopped: the address works once\./,
    );

  const gates = page.getByRole('list', { name: 'Gates of Payment received' }).getByRole('listitem');
  const answers = await gates.getByRole('img').evaluateAll((marks) => marks.map((mark) => mark.ariaLabel));
  assert.deepEqual([...new Set(answers)], ['Yes']);
  assert.match(
    (await gates.allInnerTexts()).join('\n'),
    /The subscription is switched on[\s\S]*The bot is active/,
  );

  await page.getByText('The flow ran').waitFor();
  const steps = await page.locator('.step-story strong').allInnerTexts();
  assert.deepEqual(steps, ['Order', 'Send message']);
  const orders = page.getByRole('table', { name: 'Orders' }).getByRole('row');
  assert.equal(await orders.count(), 2, 'The head and one order were expected.');
  assert.match(await words(orders.nth(1)), /paid .*AP-[0-9A-F]{8}/);
}

/** Says "buy", opens the newest link, and pays; the provider calls back twice, and once more at the press of a button. */
async function payIn(chat: Page, purchase: number): Promise<void> {
  const box = chat.getByRole('textbox', { name: 'Your message' });
  await box.fill('buy');
  await box.press('Enter');
  const link = chat.getByRole('link', { name: /^Pay €33\.00/ }).nth(purchase - 1);
  const opened = chat.context().waitForEvent('page');
  await link.click();
  const provider = await opened;
  await provider.getByRole('button', { name: 'Pay €33.00' }).click();
  await provider.getByRole('heading', { name: 'Paid' }).waitFor();
  await deliveries(provider, 2);
  await provider.getByRole('button', { name: 'Send the callback again' }).click();
  await deliveries(provider, 3);
  const answers = (await provider.getByRole('listitem').allInnerTexts()).map(
    (line) => line.match(/\d{3}, /)?.[0],
  );
  assert.deepEqual(
    answers.map(String).toSorted((one, other) => one.localeCompare(other)),
    ['200, ', '410, ', '410, '],
  );
  await provider.close();
}

/** The page has no script: it shows what has been delivered when it is loaded. */
async function deliveries(provider: Page, count: number): Promise<void> {
  const until = Date.now() + 8000;
  const lines = provider.getByRole('listitem').filter({ hasText: /\d ms/ });
  while (Date.now() < until && (await lines.count()) < count) {
    await provider.waitForTimeout(100);
    await provider.reload();
  }
  assert.equal(await lines.count(), count);
}

function receipts(chat: Page): Locator {
  return chat.getByRole('region', { name: /^Receipt / });
}

async function words(place: Locator): Promise<string> {
  return (await place.innerText()).replaceAll(/\s+/g, ' ');
}

/** Switches, and waits until the server has said so: while it is asked, the switch already shows what is wanted. */
async function pressSwitch(owner: Page): Promise<void> {
  const changed = owner.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await owner.getByRole('switch', { name: 'Payment paid is on' }).click();
  assert.equal((await changed).status(), 200);
}

async function showsSwitch(owner: Page, on: boolean): Promise<void> {
  await owner.getByRole('switch', { name: 'Payment paid is on', checked: on }).waitFor();
}

/** Whoever switches on again is offered what was missed; here it is left unheard. */
async function declineCatchUp(owner: Page): Promise<void> {
  const offer = owner.getByRole('dialog', { name: 'Catch up on “Payment paid”' });
  await offer.getByText('1 event was missed.').waitFor();
  await offer.getByRole('button', { name: 'Cancel' }).click();
  await offer.waitFor({ state: 'detached' });
}

async function signedIn(t: TestContext, site: DemoSite, path: string): Promise<Page> {
  const page = await openPage(t, `${site.origin}${path}`);
  await page.getByLabel('E-mail').fill(site.email);
  await page.getByLabel('Password').fill(site.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in to Bellwire' }).waitFor({ state: 'detached' });
  return page;
}

async function openTab(beside: Page, address: string): Promise<Page> {
  const page = await beside.context().newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

async function openPage(t: TestContext, address: string): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-IE',
    viewport: { width: 1280, height: 860 },
  });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}
