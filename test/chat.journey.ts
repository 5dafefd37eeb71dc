// The web chat in a real browser, before a whole server: talking, coming back, being embedded.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { axeFindings } from '../scripts/axe.ts';
import { openBrowser } from '../scripts/browser.ts';
import { chatSite } from './chat-site.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

test('a visitor speaks, the bot answers, and a quick reply goes on from there', async (t) => {
  const site = await chatSite(t);
  const page = await openPage(t, site.chatAddress);
  await shows(page, ['Hello! How can I help?']);
  await say(page, 'Good morning');
  await shows(page, ['Hello! How can I help?', 'Good morning', 'What may it be?']);
  await page.getByRole('button', { name: 'A coffee' }).click();
  await shows(page, [
    'Hello! How can I help?',
    'Good morning',
    'What may it be?',
    'A coffee',
    'One coffee is on its way.',
  ]);
  assert.equal(await page.getByRole('button', { name: 'A coffee' }).count(), 0);
  assert.equal(await page.title(), 'Corner Coffee');
});

test('the conversation is there again after a reload, and in a second tab that goes on with it', async (t) => {
  const site = await chatSite(t, { greeting: '' });
  const page = await openPage(t, site.chatAddress);
  await say(page, 'Good morning');
  await shows(page, ['Good morning', 'What may it be?']);
  await page.reload();
  await shows(page, ['Good morning', 'What may it be?']);
  const second = await page.context().newPage();
  await second.goto(site.chatAddress);
  await say(second, 'It is me');
  const all = ['Good morning', 'What may it be?', 'It is me', 'What may it be?'];
  await shows(second, all);
  await shows(page, all);
});

test('two tabs that are opened at once are one visitor', async (t) => {
  const site = await chatSite(t, { greeting: '' });
  const page = await openPage(t, 'about:blank');
  const second = await page.context().newPage();
  await Promise.all([page.goto(site.chatAddress), second.goto(site.chatAddress)]);
  await Promise.all([page, second].map((tab) => tab.getByText('Online').waitFor()));
  // The one whose token lost comes back with the other's.
  await page.waitForTimeout(1500);
  await say(page, 'one');
  await shows(page, ['one', 'What may it be?']);
  await shows(second, ['one', 'What may it be?']);
});

test('what is written while the server is away is sent once it is back: all of it, once, in order', async (t) => {
  const site = await chatSite(t, { greeting: '' });
  const page = await openPage(t, site.chatAddress);
  await say(page, 'one');
  await shows(page, ['one', 'What may it be?']);
  await site.stop();
  await page.getByText('Offline.').waitFor();
  for (const text of ['two', 'three', 'two']) await say(page, text);
  // A page that is closed leaves what it could not send to the next.
  await page.close({ runBeforeUnload: false });
  await site.start();
  const next = await page.context().newPage();
  await next.goto(site.chatAddress);
  await say(next, 'four');
  const said = ['one', 'two', 'three', 'two', 'four'];
  await shows(
    next,
    said.flatMap((text) => [text, 'What may it be?']),
    { anyOrderOfAnswers: true },
  );
  const mine = (await site.messages()).filter(({ sender }) => sender === 'contact').map(({ text }) => text);
  assert.deepEqual(mine, said);
});

test('a connection that dies between sending and being taken doubles nothing', async (t) => {
  const site = await chatSite(t, { greeting: '' });
  const page = await openPage(t, 'about:blank');
  let deaf = true;
  await page.routeWebSocket(/\/chat\/socket$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      // The message is on disk, its page never hears of it.
      if (deaf && String(frame).includes('"taken"')) {
        deaf = false;
        void socket.close({ code: 1001 });
      } else if (!deaf || !String(frame).includes('"messages","messages"')) socket.send(frame);
    });
  });
  await page.goto(site.chatAddress);
  await say(page, 'once');
  await shows(page, ['once', 'What may it be?']);
  await page.waitForTimeout(300);
  assert.deepEqual(
    (await site.messages()).map(({ text }) => text),
    ['once', 'What may it be?'],
  );
});

test('markup is text, and an address that would run as a script opens nothing', async (t) => {
  const evil = '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>';
  const site = await chatSite(t, { name: `${evil} Shop`.slice(0, 100), greeting: evil });
  const page = await openPage(t, site.chatAddress);
  await say(page, evil);
  await page.getByText('What may it be?').waitFor();
  await site.botSays({
    is: 'text',
    text: `${evil} see https://example.com/a_(b).`,
    buttons: [{ is: 'url', label: 'Press me', url: ['javascript', 'document.title="broken"'].join(':') }],
  });
  await page.getByText('Press me').click();
  assert.doesNotMatch(await page.title(), /^broken/);
  assert.equal(await page.locator('.log img, .log script').count(), 0);
  assert.equal(await page.locator('.log a').getAttribute('href'), 'https://example.com/a_(b)');
  assert.equal(await page.locator('.log a').getAttribute('target'), '_blank');
});

test('a receipt shows what was bought, by the currency', async (t) => {
  const site = await chatSite(t, { greeting: '' });
  const page = await openPage(t, site.chatAddress);
  await say(page, 'Hi');
  await page.getByText('What may it be?').waitFor();
  await site.botSays(receipt);
  const card = page.getByRole('region', { name: 'Receipt K7Q2-9MXD' });
  await card.waitFor();
  const words = (await card.innerText()).replaceAll(/\s+/g, ' ');
  assert.match(
    words,
    /Paid Order K7Q2-9MXD 2 × House blend, 250 g €12\.50 each €25\.00 1 × Enamel cup €8\.00 Total €33\.00/i,
  );
});

test('an address without a bot says so and does not try again', async (t) => {
  const site = await chatSite(t);
  const page = await openPage(t, `${site.origin}/chat/nobody`);
  await page.getByRole('heading', { name: 'There is no chat here' }).waitFor();
});

test('the page has no serious finding of axe, light and dark', async (t) => {
  const site = await chatSite(t);
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage(t, site.chatAddress, colorScheme);
    await say(page, 'Hi, see https://example.com');
    await page.getByText('What may it be?').waitFor();
    await site.botSays(receipt);
    await page.getByText('Total').waitFor();
    const found = await axeFindings(page);
    assert.deepEqual(
      found.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes[0]?.html}`),
      [],
    );
  }
});

test('a site that allows no more than our script and our frame gets the chat in its corner', async (t) => {
  const site = await chatSite(t);
  const page = await openPage(
    t,
    await hostPage(t, site, `default-src 'none'; script-src ${site.origin}; frame-src ${site.origin}`),
  );
  const refused: string[] = [];
  page.on('console', (said) => (said.type() === 'error' ? refused.push(said.text()) : undefined));
  const launcher = page.getByRole('button', { name: 'Chat' });
  await launcher.click();
  const frame = page.frameLocator('iframe');
  await say(frame, 'Hi');
  await frame.getByText('What may it be?').waitFor();
  await page.keyboard.press('Escape');
  await frame.locator('.chat').waitFor({ state: 'hidden' });
  await site.botSays({ is: 'text', text: 'Are you still there?' });
  await page.getByRole('button', { name: 'Chat, 1 new' }).click();
  await frame.getByText('Are you still there?').waitFor();
  await launcher.waitFor();
  assert.deepEqual(refused, []);
});

test('where a site forbids the frame, the chat opens as a page of its own', async (t) => {
  const site = await chatSite(t);
  const page = await openPage(t, await hostPage(t, site, `default-src 'none'; script-src ${site.origin}`));
  const launcher = page.getByRole('button', { name: 'Chat' });
  const opened = page.context().waitForEvent('page');
  await launcher.click();
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await launcher.click();
  const chat = await opened;
  await chat.getByText('Hello! How can I help?').waitFor();
});

const receipt = {
  is: 'receipt' as const,
  title: 'Thank you!',
  order: {
    id: '01935000-0000-7000-8000-000000000000',
    number: 'K7Q2-9MXD',
    status: 'paid' as const,
    currency: 'EUR',
    items: [
      { name: 'House blend, 250 g', quantity: 2, unitAmount: 1250 },
      { name: 'Enamel cup', quantity: 1, unitAmount: 800 },
    ],
    total: 3300,
    reference: null,
    createdAt: '2026-11-22T09:00:00.000Z',
    paidAt: '2026-11-22T09:01:00.000Z',
  },
};

async function openPage(
  t: TestContext,
  address: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', locale: 'en-IE' });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

async function say(place: Page | FrameLocator, text: string): Promise<void> {
  const box = place.getByRole('textbox', { name: 'Your message' });
  await box.fill(text);
  await box.press('Enter');
}

/** Waits until the conversation shows exactly this. */
async function shows(
  page: Page,
  expected: readonly string[],
  { anyOrderOfAnswers = false } = {},
): Promise<void> {
  const order = (texts: readonly string[]) => (anyOrderOfAnswers ? texts.toSorted() : [...texts]);
  const read = () => page.locator('.log .words').allInnerTexts();
  const until = Date.now() + 8000;
  while (Date.now() < until && order(await read()).join('\n') !== order(expected).join('\n'))
    await page.waitForTimeout(30);
  assert.deepEqual(order(await read()), order(expected));
}

/** A page of another site that embeds the chat. */
async function hostPage(
  t: TestContext,
  site: { origin: string; publicId: string },
  policy: string,
): Promise<string> {
  const html = `<!doctype html><title>Shop</title><body><h1>A shop</h1><script async src="${site.origin}/widget.js" data-bot="${site.publicId}"></script>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://localhost:${address.port}/`;
}
