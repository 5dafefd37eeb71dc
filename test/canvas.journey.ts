// The flow canvas in a real browser: what hands do to it, by pointer and by keyboard alone.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../scripts/browser.ts';
import { serveBuiltWeb } from '../scripts/serve-built-web.ts';

const web = resolve(import.meta.dirname, '../web');
let server: Awaited<ReturnType<typeof serveBuiltWeb>>;
let browser: Browser;
let page: Page;

before(async () => {
  server = await serveBuiltWeb(resolve(web, 'dist'));
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  await page?.context().close();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.goto(`${server.origin}/styleguide/canvas`);
  await page.waitForSelector('.step-card');
});

const card = (name: string) => page.locator('.react-flow__node', { hasText: name });
const wires = () => page.locator('.react-flow__edge').count();
const middle = async (selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  assert.ok(box, `${selector} is in sight`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('a wire dragged from an exit onto the empty canvas offers steps, and the chosen one hangs on it', async () => {
  await page.keyboard.press('1');
  const before = await wires();
  const exit = await middle('[data-id="told"] .exit-handle');
  await page.mouse.move(exit.x, exit.y);
  await page.mouse.down();
  await page.mouse.move(exit.x - 60, exit.y + 200, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('combobox', { name: 'Steps' }).fill('wait');
  await page.keyboard.press('Enter');
  await card('5 minutes').nth(1).waitFor();
  assert.equal(await wires(), before + 1);
});

test('by keyboard alone a step is added behind the chosen one, undone and done again', async () => {
  const before = await wires();
  await card('Mark order').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Chosen step').waitFor();
  await page.keyboard.press('Control+d');
  await page.keyboard.press('/');
  await page.keyboard.type('send');
  await page.keyboard.press('Enter');
  await page.locator('[data-id="send-message"]').waitFor();
  assert.equal(await wires(), before + 1, 'the copy leads to the new step');
  await page.keyboard.press('Control+z');
  await page.locator('[data-id="send-message"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await page.locator('[data-id="send-message"]').waitFor();
});

test('an exit pressed leads to a step that is already there', async () => {
  await page.keyboard.press('1');
  const before = await wires();
  await card('Share the rating').locator('.exit-handle').click();
  await page.getByRole('combobox', { name: 'Steps' }).fill('mark order');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (count) => document.querySelectorAll('.react-flow__edge').length === count,
    before + 1,
  );
});

test('a deleted step that only passed on is bridged', async () => {
  const before = await wires();
  await card('Mark order').click();
  await page.keyboard.press('Delete');
  await card('Mark order').waitFor({ state: 'detached' });
  assert.equal(await wires(), before - 1);
});

test('Delete in the panel’s field deletes a letter, not the step', async () => {
  await card('Mark order').click();
  await page.getByLabel('Name of the step').press('Backspace');
  await page.keyboard.press('Enter');
  assert.equal(await card('Mark order as pai').count(), 1);
});

test('steps are copied, cut and pasted through the clipboard', async () => {
  await card('Large order?').click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await page.locator('[data-id="condition"]').waitFor();
  await page.keyboard.press('Control+x');
  await page.locator('[data-id="condition"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+v');
  await page.locator('[data-id="condition"]').waitFor();
});

test('a card is moved by dragging and by arrow keys, and undo puts it back', async () => {
  const at = () => card('Mark order').evaluate((node) => getComputedStyle(node).transform);
  const first = await at();
  const box = await middle('[data-id="mark"]');
  await page.mouse.move(box.x, box.y);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 120, { steps: 5 });
  await page.mouse.up();
  const dragged = await at();
  assert.notEqual(dragged, first);
  await card('Mark order').focus();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await at(), dragged);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  assert.equal(await at(), first);
});

test('a chosen wire can be cut or given a step in between', async () => {
  const before = await wires();
  await page.locator('.react-flow__edge[data-id="mark next"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Put a step in between' }).click();
  await page.keyboard.type('wait');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (count) => document.querySelectorAll('.react-flow__edge').length === count,
    before + 1,
  );
  await page.locator('.react-flow__edge[data-id="mark next"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Cut this wire' }).click();
  await page.waitForFunction(
    (count) => document.querySelectorAll('.react-flow__edge').length === count,
    before,
  );
});

test('a step is found by what it does and shown', async () => {
  await page.keyboard.press('Control+f');
  await page.keyboard.type('rating_given');
  await page.keyboard.press('Enter');
  await page.getByLabel('Chosen step').getByText('Fire trigger').waitFor();
  assert.ok(await card('Share the rating').isVisible());
});

test('a run laid over shows each visit’s input and output', async () => {
  await page.goto(`${server.origin}/styleguide/canvas?run=true&chosen=crm`);
  await page.getByRole('region', { name: 'Output' }).getByText('201').waitFor();
  await page.getByRole('combobox', { name: 'Visit' }).click();
  await page.getByRole('option', { name: /failed/ }).click();
  await page.getByText('503 Service Unavailable').waitFor();
});
