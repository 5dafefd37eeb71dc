// A payment app built from nothing by the screens alone, against a real provider: one-time URL, trigger, install, bot, receipt in the chat.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startTestServer } from '@bellwire/server/start-test-server.ts';
import { startProvider } from '../../examples/acme-pay/provider.ts';
import { openBrowser } from '../../scripts/browser.ts';
import * as hands from './hands.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

test('a developer builds a payment app, installs it, and a contact pays by it', async (t) => {
  const provider = await startProvider({ apiKey: 'rupee_key' });
  t.after(provider.close);
  const { host } = new URL(provider.url);
  const { origin } = await startTestServer(t, { allowHosts: [host] });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  t.after(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await hands.signUp(page, origin);
  await hands.makeApp(page, 'Rupee Pay');
  await allowHost(page, host);
  await askForKey(page);
  await makeAction(page);
  await makeUrl(page);
  await makeTrigger(page);
  await drawResult(page);
  await drawAction(page, provider.url);
  await hands.publishApp(page);
  await hands.installApp(page, 'Rupee Pay', { 'API key': 'rupee_key' });
  const chatPath = await hands.makeBot(page, 'Rupee shop');
  await drawBot(page);
  await listen(page);
  const chat = await context.newPage();
  await chat.goto(`${origin}${chatPath}`);
  await pay(chat);
  await chat.getByText('Thank you! 12.5 EUR is paid.').waitFor();
  await chat.waitForTimeout(500);
  assert.equal(await chat.getByText('Thank you!').count(), 1);
});

async function allowHost(page: Page, host: string): Promise<void> {
  await page.getByRole('button', { name: 'Add host' }).click();
  await page.getByRole('group', { name: 'Hosts it may call' }).getByRole('textbox').last().fill(host);
}

async function askForKey(page: Page): Promise<void> {
  await hands.openSection(page, 'Auth');
  await hands.choose(
    page,
    page.locator('main'),
    'How an install reaches the service',
    'With what the installer gives',
  );
}

async function makeAction(page: Page): Promise<void> {
  await hands.makePart(page, 'Actions', 'action', 'Create payment link');
  await hands.addWithNewField(page, 'Add input', 'Amount', 'Number');
  await hands.addWithNewField(page, 'Add input', 'Order number');
  await hands.addWithNewField(page, 'Add output', 'Payment link');
}

async function makeUrl(page: Page): Promise<void> {
  await hands.makePart(page, 'One-time URLs', 'one-time URL', 'Payment result');
  await page
    .getByLabel('Sample payload')
    .last()
    .fill('{"event":"payment.paid","reference":"AP-1","status":"paid","amount":12.5}');
  await page.getByRole('button', { name: 'Click values to map them' }).click();
  await mapValue(page, 'status', 'Status', 'Text');
  await mapValue(page, 'amount', 'Amount');
}

async function mapValue(page: Page, key: string, field: string, newType?: string): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Sample payload' })
    .getByRole('button', { name: key })
    .click();
  if (newType === undefined) await hands.pickField(page, field);
  else await hands.createField(page, field, newType);
}

async function makeTrigger(page: Page): Promise<void> {
  await hands.makePart(page, 'Triggers', 'trigger', 'Payment paid');
  await hands.addWithField(page, 'Add item', 'Status');
  await hands.addWithField(page, 'Add item', 'Amount');
}

/** What came back is fired. */
async function drawResult(page: Page): Promise<void> {
  await hands.openPart(page, 'Flows', 'Payment result');
  const step = await hands.addStep(page, 'Start', 'Fire trigger');
  await hands.choose(page, step, 'Trigger', 'Payment paid');
}

async function drawAction(page: Page, provider: string): Promise<void> {
  await hands.openPart(page, 'Flows', 'Create payment link');
  const address = await hands.addStep(page, 'Start', 'Create one-time URL');
  await hands.choose(page, address, 'One-time URL', 'Payment result');
  await hands.chooseNewField(page, address, 'Save the address to', 'Callback address');
  const request = await hands.addStep(page, 'Then', 'External request');
  await hands.choose(page, request, 'Method', 'POST');
  await request.getByRole('textbox', { name: 'URL', exact: true }).fill(`${provider}/payments`);
  await hands.choose(page, request, 'Authorization', 'Bearer');
  await request.getByRole('textbox', { name: 'Token' }).fill('{{auth.api_key}}');
  await hands.choose(page, request, 'Body', 'JSON');
  await request
    .getByRole('textbox', { name: 'JSON' })
    .fill(
      '{"amount": {{app.amount}}, "currency": "EUR", "order": "{{app.order_number}}", "callback_url": "{{app.callback_address}}"}',
    );
  await request.getByRole('button', { name: 'Add mapping' }).click();
  const mapping = request.getByRole('group', { name: 'mapping 1' });
  await mapping.getByRole('textbox', { name: 'JSONPath' }).fill('$.pay_url');
  await hands.choose(page, mapping, 'Field', 'Payment link');
}

/** "buy" gives the link; what is paid is answered by another flow. */
async function drawBot(page: Page): Promise<void> {
  await hands.makeFlow(page, 'Buy', 'buy');
  const step = await hands.addStep(page, 'Start', 'App action');
  await hands.choose(page, step, 'Action', 'Create payment link');
  await step.getByRole('button', { name: 'Amount' }).click();
  await fillValue(step, 'input 1', '12.5');
  await step.getByRole('button', { name: 'Order number' }).click();
  await fillValue(step, 'input 2', 'R-1');
  await step.getByRole('button', { name: 'Payment link' }).click();
  await hands.chooseNewField(page, step.getByRole('group', { name: 'output 1' }), 'Save to', 'Link');
  const message = await hands.addStep(page, 'Then', 'Send message');
  await message.getByRole('textbox', { name: 'Text', exact: false }).first().fill('Pay here: {{user.link}}');
  await hands.publishFlow(page);
}

async function fillValue(step: Locator, entry: string, value: string): Promise<void> {
  await step.getByRole('group', { name: entry }).getByRole('textbox', { name: 'Value' }).fill(value);
}

/** What the app fires is answered by a flow of the bot's own. */
async function listen(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'You are here' })
    .getByRole('link', { name: 'Rupee shop' })
    .click();
  await page.getByRole('tab', { name: 'Automation' }).click();
  await page.getByRole('button', { name: 'New trigger' }).first().click();
  await page.getByRole('option', { name: 'Payment paid' }).click();
  await page.getByRole('button', { name: 'Start listening' }).click();
  const message = await hands.addStep(page, 'Start', 'Send message');
  await message
    .getByRole('textbox', { name: 'Text' })
    .first()
    .fill('Thank you! {{trigger.amount}} EUR is {{trigger.status}}.');
  await hands.publishFlow(page);
}

async function pay(chat: Page): Promise<void> {
  const box = chat.getByRole('textbox', { name: 'Your message' });
  await box.fill('buy');
  await box.press('Enter');
  const opened = chat.context().waitForEvent('page');
  await chat.getByRole('link', { name: /\/pay\// }).click();
  const provider = await opened;
  await provider.getByRole('button', { name: 'Pay €12.50' }).click();
  await provider.getByRole('heading', { name: 'Paid' }).waitFor();
}
