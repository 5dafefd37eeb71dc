// Tests of uploaded files, through a whole server: who may upload, what is served and how, and what is not.
import { deepEqual, equal, match } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { mediaSchema } from '@bellwire/model/media.ts';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { createToken } from '@bellwire/server/people/token.ts';
import { startTestServer } from '@bellwire/server/start-test-server.ts';

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Buffer.from('a picture, as far as that goes'),
]);

test('what a member uploads is served as what its bytes are, to be shown in place', async (t) => {
  const { client, origin } = await shop(t);
  const media = await client.uploadMedia({ name: '../cup "1".png', data: png.toString('base64') });
  deepEqual({ ...media, url: '' }, { kind: 'image', url: '', name: 'cup 1 .png', size: png.length });
  const answer = await fetch(origin + media.url);
  equal(answer.status, 200);
  deepEqual(Buffer.from(await answer.arrayBuffer()), png);
  equal(answer.headers.get('content-type'), 'image/png');
  match(answer.headers.get('content-disposition') ?? '', /^inline; filename/);
  equal(answer.headers.get('x-content-type-options'), 'nosniff');
  match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
});

test('pages and drawings that could hold scripts are only ever saved', async (t) => {
  const { client, origin } = await shop(t);
  for (const [name, text] of [
    ['a.html', '<!doctype html><script>alert(1)</script>'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a.png', '<html><script>alert(1)</script>'],
  ] as const) {
    const { url, kind } = await client.uploadMedia({ name, data: Buffer.from(text).toString('base64') });
    const { headers } = await fetch(origin + url);
    equal(kind, 'file');
    equal(headers.get('content-type'), 'application/octet-stream');
    match(headers.get('content-disposition') ?? '', /^attachment/);
  }
});

test('a player gets the part that it asks for', async (t) => {
  const { client, origin } = await shop(t);
  const { url } = await client.uploadMedia({ name: 'a.png', data: png.toString('base64') });
  const part = await fetch(origin + url, { headers: { range: 'bytes=1-3' } });
  equal(part.status, 206);
  equal(await part.text(), 'PNG');
  equal(part.headers.get('content-range'), `bytes 1-3/${png.length}`);
  equal((await fetch(origin + url, { headers: { range: 'bytes=5000-' } })).status, 416);
  const head = await fetch(origin + url, { method: 'HEAD' });
  equal(head.headers.get('content-length'), String(png.length));
});

test('an address that nobody was given leads nowhere, and nothing is written by it', async (t) => {
  const { origin } = await shop(t);
  equal((await fetch(`${origin}/media/${'a'.repeat(43)}/a.png`)).status, 404);
  equal((await fetch(`${origin}/media/`)).status, 404);
  equal((await fetch(`${origin}/media/${'a'.repeat(43)}`, { method: 'POST' })).status, 405);
});

test('a visitor uploads with the token of the chat, and without one nobody does', async (t) => {
  const { origin, client } = await shop(t);
  const { publicId } = await client.createBot({ name: 'Bot' });
  const post = (bot: string, token: string, body: Buffer = png) =>
    fetch(`${origin}/chat/media?bot=${bot}&name=cup.png`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: Uint8Array.from(body),
    });
  const { token } = createToken('vis');
  const taken = await post(publicId, token);
  equal(taken.status, 201);
  const { kind, url } = mediaSchema.parse(await taken.json());
  equal(kind, 'image');
  equal((await fetch(origin + url)).status, 200);
  equal((await post(publicId, 'bw_vis_wrong')).status, 401);
  equal((await post('nobody', token)).status, 404);
  equal((await post(publicId, token, Buffer.alloc(0))).status, 422);
  equal((await post(publicId, token, Buffer.alloc(10 * 1024 * 1024 + 1))).status, 413);
});

async function shop(t: TestContext): Promise<{ client: Client; origin: string }> {
  const { origin } = await startTestServer(t);
  const client = createClient({ baseUrl: origin });
  await client.signUp({
    name: 'Owner',
    email: 'owner@example.com',
    password: randomBytes(12).toString('hex'),
    workspaceName: 'Shop',
  });
  return { client, origin };
}
