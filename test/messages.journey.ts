// What a bot says and asks, in a real browser: each kind of content in the chat and in the inbox, each answer a page helps with, and nothing that runs.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { seriousFindings } from '../scripts/axe.ts';
import { openBrowser } from '../scripts/browser.ts';
import { chatSite, type ChatSite } from './chat-site.ts';
import { answers, asking, saying, shelf } from './message-flows.ts';
import { allKinds, attacks, dot, hostile } from './message-samples.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('each kind of message is shown in the chat and in the inbox, and keeps its place while it loads', async (t) => {
  const site = await chatSite(t, { greeting: '', graph: saying });
  const { url } = await site.client.uploadMedia({ name: 'cup.gif', data: dot.toString('base64') });
  const page = await open(t, site.chatAddress);
  await say(page, 'Hi');
  await page.getByText('Choose one:').waitFor();
  for (const content of allKinds(url)) await site.botSays(content);
  await page.getByText('That is all.').waitFor();

  const picture = page.getByRole('img', { name: 'A red cup' });
  await picture.evaluate((image) => image.scrollIntoView());
  await page.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth === 1));
  const box = await picture.boundingBox();
  assert.ok(
    Math.abs((box?.width ?? 0) / (box?.height ?? 1) - 4 / 3) < 0.05,
    'its box is its own, whatever it holds',
  );
  assert.equal(await page.locator('audio').count(), 1);
  assert.equal(await page.locator('video').count(), 1);
  assert.equal(await page.getByRole('link', { name: 'invoice.pdf' }).getAttribute('download'), 'invoice.pdf');
  assert.equal(await page.getByRole('link', { name: 'Call us' }).getAttribute('href'), 'tel:+4930123456');
  assert.deepEqual(await serious(page), []);

  const inbox = await signedIn(t, site);
  await inbox.goto(`${site.origin}/contacts/${await onlyContact(site)}`);
  await inbox.getByRole('link', { name: 'invoice.pdf' }).waitFor();
  await inbox.getByText('House blend', { exact: true }).waitFor();
  assert.equal(await inbox.getByRole('img', { name: 'A red cup' }).count(), 1);
});

test('a card for each item of a list: what is pressed is kept, and nobody can press another price', async (t) => {
  const site = await chatSite(t, {
    greeting: '',
    graph: shelf,
    userFields: [
      { name: 'products', type: 'json' },
      { name: 'choice', type: 'json' },
    ],
  });
  const page = await open(t, site.chatAddress);
  await say(page, 'Hi');
  await page.getByText('Nothing on the shelf').waitFor();
  const products = [
    { name: 'Cup', price: 8 },
    { name: 'Bag', price: 12.5 },
  ];
  await site.client.changeContact({ contactId: await onlyContact(site), fields: { products } });
  await say(page, 'Again');
  const cards = page.locator('.card');
  await cards.nth(1).waitFor();
  assert.deepEqual(await cards.locator('h3').allInnerTexts(), ['1. Cup', '2. Bag']);
  await cards.nth(1).getByRole('button', { name: 'Take it' }).click();
  await page.getByText('Bag it is, for €12.50.').waitFor();
});

test('questions: a day is picked, several choices, a picture is sent; what does not fit is asked for again; one is skipped', async (t) => {
  const site = await chatSite(t, { greeting: '', graph: asking, userFields: answers });
  const page = await open(t, site.chatAddress);
  await answerAll(page);

  await page.getByText('Your e-mail?').waitFor();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByText('All right, without.').waitFor();
  const fields = (await site.client.listContacts({})).rows[0]?.fields ?? {};
  assert.deepEqual(
    { ...fields, picture: '' },
    {
      count: 2,
      day: '2026-12-24',
      at: '2026-12-24T17:30:00.000Z',
      extras: ['Milk', 'Sugar'],
      picture: '',
    },
  );
  assert.match(String(fields['picture']), new RegExp(`^${site.origin}/media/`));
  assert.deepEqual(await serious(page), []);
});

test('nothing in a message runs: not in the chat, and not in the inbox', async (t) => {
  const site = await chatSite(t, { greeting: '', graph: saying });
  const page = await open(t, site.chatAddress);
  const inbox = await signedIn(t, site);
  const ran: string[] = [];
  for (const watched of [page, inbox]) {
    await watched.exposeFunction('hit', () => void ran.push(watched.url()));
    watched.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
  }
  await say(page, attacks.join(' '));
  await page.getByText('Choose one:').waitFor();
  for (const attack of attacks) for (const content of hostile(attack)) await site.botSays(content);
  await site.botSays({ is: 'text', text: 'That is all.' });
  await page.getByText('That is all.').waitFor();
  await inbox.goto(`${site.origin}/contacts/${await onlyContact(site)}`);
  await inbox.getByText('That is all.').waitFor();
  for (const watched of [page, inbox]) {
    const leadsTo = await watched
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    assert.deepEqual(
      leadsTo.filter((href) => !/^(https?:|tel:|mailto:|\/|#|$)/.test(href)),
      [],
    );
    assert.equal(await watched.locator('.log script, .thread script, iframe, object, embed').count(), 0);
  }
  assert.deepEqual(ran, []);
});

async function answerAll(page: Page): Promise<void> {
  await say(page, 'Hi');
  const panel = page.getByRole('form', { name: 'Your answer' });

  await page.getByText('How many?').waitFor();
  assert.equal(
    await page.getByRole('textbox', { name: 'Your message' }).getAttribute('inputmode'),
    'decimal',
  );
  await say(page, '11');
  await page.getByText('It has to be from 1 to 10.').waitFor();
  await say(page, '2');

  await page.getByText('Which day?').waitFor();
  await panel.getByLabel('Day').fill('2026-12-24');
  await panel.getByRole('button', { name: 'Answer' }).click();
  await page.getByText('24 December 2026').waitFor();

  await panel.getByLabel('Day and time').fill('2026-12-24T18:30');
  await panel.getByRole('button', { name: 'Answer' }).click();

  await panel.getByRole('button', { name: 'Sugar' }).click();
  await panel.getByRole('button', { name: 'Milk' }).click();
  await panel.getByRole('button', { name: 'Answer' }).click();

  await page.getByText('A picture of it?').waitFor();
  await page.getByLabel('Send a file').setInputFiles({ name: 'cup.gif', mimeType: 'image/gif', buffer: dot });
  await page.locator('[data-from="contact"] img').waitFor();
}

async function onlyContact({ client }: ChatSite): Promise<string> {
  const [contact] = (await client.listContacts({})).rows;
  if (contact === undefined) throw new Error('Nobody has spoken yet.');
  return contact.id;
}

async function serious(page: Page): Promise<string[]> {
  return (await seriousFindings(page)).map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

async function open(t: TestContext, address: string): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-IE',
    timezoneId: 'Europe/Berlin',
  });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

async function signedIn(t: TestContext, { origin, owner }: ChatSite): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  t.after(() => context.close());
  const answer = await context.request.post(`${origin}/api/sign-in`, { data: owner, headers: { origin } });
  assert.equal(answer.status(), 200);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Your message' });
  await box.fill(text);
  await box.press('Enter');
}
