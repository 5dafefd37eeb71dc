// Measures what the first load of the web room costs, gzipped: all that a real browser asks for, fonts included.
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from './browser.ts';
import { serveBuiltWeb } from './serve-built-web.ts';

const LIMIT_KB = 250;
const built = await serveBuiltWeb(resolve(import.meta.dirname, '../web/dist'));
const browser = await openBrowser();
try {
  const over = [];
  for (const path of process.argv.length > 2 ? process.argv.slice(2) : ['/', '/styleguide/canvas']) {
    const total = await firstLoad(path);
    const isFirst = path === '/';
    console.log(`${path}: ${total.toFixed(1)} KB${isFirst ? ` of at most ${LIMIT_KB} KB` : ''}\n`);
    if (isFirst && total > LIMIT_KB) over.push(path);
  }
  if (over.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  built.close();
}

async function firstLoad(path: string): Promise<number> {
  const page = await browser.newPage();
  const parts: { name: string; kb: number }[] = [];
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname;
    // Fonts are compressed already: gzip would only make them larger.
    const size = (body: Buffer) => (name.endsWith('.woff2') ? body.length : gzipSync(body).length) / 1024;
    reading.push(response.body().then((body) => void parts.push({ name, kb: size(body) })));
  });
  await page.goto(built.origin + path, { waitUntil: 'networkidle' });
  await Promise.all(reading);
  await page.close();
  for (const { name, kb } of parts.toSorted((one, other) => other.kb - one.kb))
    console.log(`${kb.toFixed(1).padStart(8)}  ${name}`);
  return parts.reduce((sum, part) => sum + part.kb, 0);
}
