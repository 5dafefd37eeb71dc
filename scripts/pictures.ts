// Takes the pictures of the docs from a running server on which the demo has just been played: `node scripts/run.mjs scripts/pictures.ts`.
import { mkdtemp, rm, chmod, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '@bellwire/server/start-server.ts';
import { startProvider } from '../examples/acme-pay/provider.ts';
import { seedDemo, type Demo } from '../examples/seed/seed-demo.ts';
import { openBrowser } from './browser.ts';
import { buildWebIfStale } from './build-web.ts';
import { root } from './run-tool.ts';

/** A picture is loaded by everyone who opens the page it stands on. */
const MOST_BYTES = 250_000;

const password = 'a password for pictures';
const apiKey = 'acme_test_pictures';

await buildWebIfStale(console.error);
await using stage = new AsyncDisposableStack();
const dataDir = await mkdtemp(join(tmpdir(), 'bellwire-pictures-'));
stage.defer(() => rm(dataDir, { recursive: true, force: true }));
// PostgreSQL does not run as root: then it is another user that has to get in here.
await chmod(dataDir, 0o755);
const provider = await startProvider({ apiKey, callbacks: 2 });
stage.defer(() => provider.close());
const server = await startServer({
  role: 'all',
  host: '127.0.0.1',
  port: 0,
  databaseUrl: undefined,
  dataDir,
  publicUrl: undefined,
  allowHosts: [new URL(provider.url).host],
  env: {},
  log: pino({ level: 'warn' }, pino.destination(2)),
});
stage.defer(() => server.close());
const demo = await seedDemo({ baseUrl: server.publicUrl, password, provider: { url: provider.url, apiKey } });
const browser = await openBrowser();
stage.defer(() => browser.close());
await pictureChat(browser, demo);
await pictureOwner(browser, demo);

/** The contact buys and pays, as the demo says. */
async function pictureChat(browser: Browser, { bot }: Demo): Promise<void> {
  const page = await openPage(browser, { width: 420, height: 800 });
  await page.goto(`${server.publicUrl}/chat/${bot.publicId}`);
  const box = page.getByRole('textbox', { name: 'Your message' });
  await box.fill('buy');
  await box.press('Enter');
  const link = page.getByRole('link', { name: /pay/i });
  const address = await link.getAttribute('href');
  const paid = await fetch(`${address ?? ''}/pay`, { method: 'POST', redirect: 'manual' });
  if (paid.status !== 303)
    throw new Error(`The page of the provider answered with the status ${paid.status}.`);
  await page.getByRole('region', { name: /^Receipt/ }).waitFor();
  await keep(page, 'web-chat');
}

/** The owner looks at what came of it, and at the flow that did it. */
async function pictureOwner(browser: Browser, { client, bot, email }: Demo): Promise<void> {
  const page = await openPage(browser, { width: 1280, height: 860 });
  const signedIn = await page.request.post(`${server.publicUrl}/api/sign-in`, { data: { email, password } });
  if (!signedIn.ok()) throw new Error(`Signing in was answered with ${signedIn.status()}.`);
  const [event] = (await client.listEvents({})).rows;
  await page.goto(`${server.publicUrl}/events/${event?.id ?? ''}`, { waitUntil: 'networkidle' });
  await keep(page, 'event-story');
  const { rows: flows } = await client.listFlows({ botId: bot.id });
  const flow = flows.find(({ name }) => name === 'Buy');
  await page.setViewportSize({ width: 1280, height: 640 });
  await page.goto(`${server.publicUrl}/bots/${bot.id}/flows/${flow?.id ?? ''}`);
  await page.locator('.step-card').first().waitFor();
  // All of it in sight.
  await page.keyboard.press('1');
  await keep(page, 'flow-canvas');
  await picturePlay(page);
}

/** The same flow, played as far as its message. */
async function picturePlay(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Play' });
  await panel.getByRole('button', { name: 'Play', exact: true }).click();
  await panel.getByRole('button', { name: 'Answer with this' }).click();
  await panel.getByText('The flow is through.').waitFor();
  await keep(page, 'play');
}

async function openPage(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-IE',
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  const path = join(root, 'docs', 'pictures', `${name}.png`);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path });
  const { size } = await stat(path);
  console.log(`docs/pictures/${name}.png, ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES)
    throw new Error(`${name}.png has ${size} bytes; at most ${MOST_BYTES} are taken. Show less on it.`);
}
