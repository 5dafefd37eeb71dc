// `node scripts/run.mjs bench/canvas.ts`: P7, a flow of 500 steps opened and panned in Chromium, beside one of 5 steps in the same run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { startServer } from '@bellwire/server/start-server.ts';
import { startProvider } from '../examples/acme-pay/provider.ts';
import { seedDemo, type Demo } from '../examples/seed/seed-demo.ts';
import { openBrowser } from '../scripts/browser.ts';
import { buildWebIfStale } from '../scripts/build-web.ts';

const { values: options } = parseArgs({
  options: { steps: { type: 'string', default: '500' }, rounds: { type: 'string', default: '3' } },
});
const SMALL = 5;
const FRAMES = 120;
const password = 'a password for the canvas';

interface Measured {
  steps: number;
  /** From the click on the flow's name to the first cards on the screen. */
  openMs: number;
  /** Between two frames while panning. */
  frameP50: number;
  frameP95: number;
  /** Work of the page for one frame: on a busy machine the clock also measures the others. */
  workMs: number;
}

await buildWebIfStale(console.error);
const dataDir = mkdtempSync(join(tmpdir(), 'bellwire-canvas-'));
// PostgreSQL runs as another user than root, and has to reach the folder.
chmodSync(dataDir, 0o755);
await using stage = new AsyncDisposableStack();
stage.defer(() => rmSync(dataDir, { recursive: true, force: true }));
const apiKey = 'acme_test_canvas';
const provider = await startProvider({ apiKey, callbacks: 1 });
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
  log: pino({ level: 'error' }),
});
stage.defer(() => server.close());
const demo = await seedDemo({ baseUrl: server.publicUrl, password, provider: { url: provider.url, apiKey } });
const browser = await openBrowser();
stage.defer(() => browser.close());
await bench(browser, demo);

async function bench(on: Browser, { client, bot, email }: Demo): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB. Chromium ${on.version()}, no graphics card.`,
  );
  const sizes = [SMALL, Number(options.steps)];
  for (const size of sizes)
    await client.createFlow({ botId: bot.id, name: nameOf(size), graph: flowOf(size) });
  const page = await on.newPage({ viewport: { width: 1280, height: 860 } });
  const answer = await page.request.post(`${server.publicUrl}/api/sign-in`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`);
  const wire = await page.context().newCDPSession(page);
  await wire.send('Performance.enable');
  const measured: Measured[] = [];
  for (let round = 0; round < Number(options.rounds); round++)
    for (const size of sizes) measured.push(await measure(page, wire, size, bot.id));
  const best = sizes.map((size) => bestOf(measured.filter(({ steps }) => steps === size)));
  for (const { steps, openMs, frameP50, frameP95, workMs } of best)
    console.log(
      `${steps} steps: open ${openMs.toFixed(0)} ms; a frame while panning p50 ${frameP50.toFixed(1)} ms, p95 ${frameP95.toFixed(1)} ms, of it work ${workMs.toFixed(1)} ms`,
    );
  console.log(JSON.stringify(best));
}

async function measure(page: Page, wire: CDPSession, steps: number, botId: string): Promise<Measured> {
  await page.goto(`${server.publicUrl}/bots/${botId}?tab=flows`);
  const link = page.getByRole('link', { name: nameOf(steps), exact: true });
  await link.waitFor();
  const began = await page.evaluate(() => performance.now());
  await link.click();
  await page.locator('.step-card').first().waitFor();
  const openMs =
    (await page.evaluate(
      () => new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )) - began;
  const before = await workOf(wire);
  const frames = await pan(page);
  const workMs = ((await workOf(wire)) - before) / FRAMES;
  const sorted = frames.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { steps, openMs, frameP50: at(0.5), frameP95: at(0.95), workMs };
}

/** Turns the wheel once in each frame, to and fro, and notes the time between frames. */
function pan(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const pane = document.querySelector('.react-flow__pane');
    const gaps: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < count; frame++) {
      const by = frame % 60 < 30 ? 40 : -40;
      pane?.dispatchEvent(
        new WheelEvent('wheel', { deltaX: by, deltaY: by / 2, bubbles: true, cancelable: true }),
      );
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      gaps.push(now - last);
      last = now;
    }
    return gaps.slice(5);
  }, FRAMES);
}

async function workOf(wire: CDPSession): Promise<number> {
  const { metrics } = await wire.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** The least of each: what is more than that was somebody else's work. */
function bestOf(rounds: readonly Measured[]): Measured {
  const least = (of: (one: Measured) => number) => Math.min(...rounds.map(of));
  return {
    steps: rounds[0]?.steps ?? 0,
    openMs: least(({ openMs }) => openMs),
    frameP50: least(({ frameP50 }) => frameP50),
    frameP95: least(({ frameP95 }) => frameP95),
    workMs: least(({ workMs }) => workMs),
  };
}

function nameOf(steps: number): string {
  return `Flow of ${steps} steps`;
}

/** A tree of splits, and without places: so that opening also lays it out. */
function flowOf(count: number): FlowGraph {
  const id = (index: number) => `s${index}`;
  return {
    start: id(0),
    steps: Array.from({ length: count }, (_, index) => {
      const next = [index * 2 + 1, index * 2 + 2].filter((follower) => follower < count).map(id);
      const [first, second] = next;
      return {
        id: id(index),
        type: 'split',
        settings: { variations: [{ label: 'One' }, { label: 'Other' }] },
        exits: {
          ...(first !== undefined && { 'variation-1': first }),
          ...(second !== undefined && { 'variation-2': second }),
        },
      };
    }),
  };
}
