// The commands for the files of mini-apps, as real processes against a whole server: a round trip by files alone.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { startTestServer } from '@bellwire/server/start-test-server.ts';

const program = join(import.meta.dirname, '../sdk/bellwire.mjs');

/** A folder of files, and the command line in it with a key of the workspace. */
async function developer(t: TestContext) {
  const { origin } = await startTestServer(t);
  const owner = createClient({ baseUrl: origin });
  const account = { email: 'ada@example.com', password: 'correct horse battery' };
  await owner.signUp({ name: 'Ada', ...account, workspaceName: 'Apps' });
  const { key } = await owner.createKey({ name: 'cli', scopes: ['apps:read', 'apps:write'] });
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-cli-'));
  t.after(() => rm(folder, { recursive: true }));
  const env = { ...process.env, BELLWIRE_URL: origin, BELLWIRE_KEY: key };
  const bellwire = (...args: string[]) =>
    new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [program, ...args], { cwd: folder, env }, (error, out, err) =>
        resolve({ code: error?.code ?? 0, out, err }),
      );
    });
  const file = (name: string) => join(folder, name);
  return { owner, bellwire, read: (name: string) => readFile(file(name), 'utf8'), file };
}

test('a new app is written to a file and pushed', async (t) => {
  const { owner, bellwire } = await developer(t);
  assert.match((await bellwire('new', 'parcel', '--label', 'Parcel Post')).out, /Wrote parcel\.app\.json/);
  assert.equal((await bellwire('new', 'parcel')).code, 2, 'a file is not written over');
  assert.match((await bellwire('push', 'parcel.app.json')).out, /Made parcel\./);
  const { rows } = await owner.listApps();
  assert.deepEqual(
    rows.map(({ name, label }) => [name, label]),
    [['parcel', 'Parcel Post']],
  );
});

/** An app with one edit made on screen, at revision 2. */
async function edited(owner: Client) {
  const { id: appId, revision } = await owner.createApp({ label: 'Parcel' });
  const change = { is: 'set-settings', set: { description: 'Parcels' } } as const;
  await owner.changeApp({ appId, revision, changes: [change] });
  return (await owner.appText({ appId })).text;
}

test('what was changed on screen is pulled, and pushed again it is the same, byte for byte', async (t) => {
  const { owner, bellwire, read } = await developer(t);
  const text = await edited(owner);
  assert.match((await bellwire('pull', 'parcel')).err, /revision 2\. Push it with --revision 2/);
  assert.equal(await read('parcel.app.json'), text);
  const pushed = await bellwire('push', 'parcel.app.json');
  assert.match(pushed.out, /Nothing is changed\.\nparcel is at revision 2\./);
});

test('a push tells what it changes, publishes, and overwrites no edit that it has not seen', async (t) => {
  const { owner, bellwire, file } = await developer(t);
  const text = await edited(owner);
  await writeFile(file('parcel.app.json'), text.replace('"Parcels"', '"Parcels and letters"'));
  const again = ['push', 'parcel.app.json', '--revision', '2', '--publish', 'private'];
  const { out } = await bellwire(...again);
  assert.match(out, /description: "Parcels" is now "Parcels and letters"\..*published as version 1\./s);
  const stale = await bellwire(...again);
  assert.match(stale.err, /Somebody else has changed this meanwhile/);
  assert.equal(stale.code, 1);
  const old = await bellwire('pull', 'parcel', '--version', '1', '--file', '-');
  assert.match(old.out, /Parcels and letters/);
});

test('check tells each fault with file, line and column', async (t) => {
  const { bellwire, read, file } = await developer(t);
  await bellwire('new', 'parcel');
  const starter = await bellwire('check', 'parcel.app.json');
  assert.match(starter.out, /^parcel\.app\.json:\d+:\d+: warning: /);
  assert.equal(starter.code, 0);
  const text = await read('parcel.app.json');
  await writeFile(file('parcel.app.json'), text.replace('"field": "message"', '"field": "massage"'));
  const checked = await bellwire('check', 'parcel.app.json');
  assert.match(
    checked.out,
    /^parcel\.app\.json:\d+:\d+: There is no app field "massage"\. Did you mean "message"\?/,
  );
  assert.equal(checked.code, 1);
  await writeFile(file('parcel.app.json'), '{\n  "format": 1,,\n}');
  assert.match((await bellwire('check', 'parcel.app.json')).err, /^parcel\.app\.json:2:15: /);
  assert.equal((await bellwire('check', 'none.json')).code, 2);
});
