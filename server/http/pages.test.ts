// The pages as a browser gets them.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createPages } from './pages.ts';

const script = `console.log("${'x'.repeat(5000)}")`;

test('an address of the router shows the one page, which is asked about again each time', async (t) => {
  const ask = await pagesOf(t);
  const answer = await ask('/bots/42/flows', { accept: 'text/html,*/*' });
  assert.equal(await answer?.text(), '<!doctype html>');
  assert.equal(answer?.headers.get('cache-control'), 'no-cache');
  assert.match(answer?.headers.get('content-type') ?? '', /^text\/html/);
});

test("each bot's chat is the page of the chat", async (t) => {
  const ask = await pagesOf(t);
  const answer = await ask('/chat/b1', { accept: 'text/html' });
  assert.match((await answer?.text()) ?? '', /<title>Chat</);
});

test('what has the hash of its content in its name is kept for ever', async (t) => {
  const ask = await pagesOf(t);
  const answer = await ask('/assets/app-1a2b.js');
  assert.equal(answer?.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.match(answer?.headers.get('content-type') ?? '', /^text\/javascript/);
});

test('who has a file already gets no second copy', async (t) => {
  const ask = await pagesOf(t);
  const etag = (await ask('/assets/app-1a2b.js'))?.headers.get('etag') ?? '';
  const again = await ask('/assets/app-1a2b.js', { 'if-none-match': `W/"other", ${etag}` });
  assert.equal(again?.status, 304);
  assert.equal(await again?.text(), '');
});

test('text is compressed for those who take it', async (t) => {
  const ask = await pagesOf(t);
  const zipped = await ask('/assets/app-1a2b.js', { 'accept-encoding': 'br, gzip;q=0.5' });
  assert.equal(zipped?.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(await (zipped?.arrayBuffer() ?? new ArrayBuffer())).toString(), script);
  for (const encoding of ['', 'br', 'gzip;q=0', 'identity']) {
    const plain = await ask('/assets/app-1a2b.js', { 'accept-encoding': encoding });
    assert.equal(plain?.headers.get('content-encoding'), null, encoding);
    assert.equal(await plain?.text(), script);
  }
});

test('a page runs no script but ours and stands in no frame; the chat and the widget may stand in any', async (t) => {
  const ask = await pagesOf(t);
  const policyOf = async (path: string) =>
    (await ask(path, { accept: 'text/html' }))?.headers.get('content-security-policy') ?? '';
  const policy = await policyOf('/');
  assert.match(
    policy,
    /default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'/,
  );
  assert.doesNotMatch(policy, /script-src[^;]*unsafe/);
  assert.match(policy, /frame-ancestors 'none'$/);
  assert.match(await policyOf('/chat/b1'), /frame-ancestors \*$/);
  assert.equal((await ask('/widget.js'))?.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal((await ask('/'))?.headers.get('cross-origin-resource-policy') ?? 'same-origin', 'same-origin');
});

test('nothing outside the folder is served, nor notes of the build, nor a page in place of a missing file', async (t) => {
  const ask = await pagesOf(t);
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/.made-from.txt',
    '/assets/gone.js',
  ]) {
    assert.equal(await ask(path, { accept: 'text/html' }), undefined, path);
  }
});

test('a program that does not ask for a page gets none', async (t) => {
  const ask = await pagesOf(t);
  assert.equal(await ask('/bots/42', { accept: 'application/json' }), undefined);
});

test('without a build the page says how to make one', async (t) => {
  const pages = await createPages(join(await folderFor(t), 'nothing'), { isSecure: false });
  const answer = await pages.answer(new Request('http://localhost/', { headers: { accept: 'text/html' } }));
  assert.equal(answer?.status, 503);
  assert.match((await answer?.text()) ?? '', /npm start/);
});

async function pagesOf(t: TestContext) {
  const folder = await folderFor(t);
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'swordfish');
  await writeFile(join(dist, 'index.html'), '<!doctype html>');
  await writeFile(join(dist, 'chat.html'), '<!doctype html><title>Chat</title>');
  await writeFile(join(dist, 'widget.js'), '1');
  await writeFile(join(dist, '.made-from.txt'), 'hash');
  await writeFile(join(dist, 'assets', 'app-1a2b.js'), script);
  const pages = await createPages(dist, { isSecure: false });
  return (path: string, headers: Record<string, string> = {}) =>
    pages.answer(new Request(`http://localhost${path}`, { headers }));
}

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-pages-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}
