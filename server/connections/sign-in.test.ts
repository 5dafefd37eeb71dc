// Tests of sign-ins at services: a connection comes only to who began it, and only from the service that was asked.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { randomBytes } from 'node:crypto';
import { appSchema } from '@bellwire/model/app.ts';
import { payApp } from '../apps/pay-app.ts';
import { publish } from '../apps/publish-for-test.ts';
import { refused } from '../http/refused.ts';
import type { Context } from '../http/handler.ts';
import { addMember } from '../http/test-callers.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';
import { client, grantingSite } from './granting-site.ts';
import { oauthHandlers } from './handlers.ts';
import { grantRenewer } from './renew-grant.ts';

const { beginServiceSignIn, finishServiceSignIn, getAppClient, setAppClient } = oauthHandlers;

async function oauth(t: TestContext) {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const service = await grantingSite(t);
  const publishAs = async (name: string, issuer?: string) => {
    const app = payApp({ ...service.oauthApp(), scopes: [], triggers: [], name });
    const { auth } = app;
    if (auth.is === 'oauth2' && issuer !== undefined) auth.authorize.issuer = issuer;
    const { id } = await publish(ours, appSchema.parse(app), 'public');
    await setAppClient({ appId: id, clientId: client.id, secret: client.secret }, ours);
    return id;
  };
  const appId = await publishAs('calendar', service.at);
  const begin = async (as: Context = ours, app = appId) =>
    (await beginServiceSignIn({ appId: app, auth: {}, consent: [] }, as)).address;
  /** The query with which the service sends the browser back. */
  const signIn = async (address: string) => {
    const seen = await rooms.egress.send({ method: 'GET', url: address, headers: {}, timeoutMs: 5000 });
    assert.equal(seen.is, 'answer');
    const location = seen.is === 'answer' ? (seen.headers['location'] ?? '') : '';
    return new URL(location);
  };
  const finish = (answer: string, as: Context = ours, app = appId) =>
    finishServiceSignIn({ appId: app, answer }, as);
  const installs = async () =>
    (await rooms.tenants.platform.selectFrom('install').select('id').execute()).length;
  return { rooms, ours, service, appId, publishAs, begin, signIn, finish, installs };
}

test('an app is installed by a sign-in, with tokens that are sealed, and reconnected by another', async (t) => {
  const { rooms, ours, service, appId, begin, signIn, finish } = await oauth(t);
  const address = new URL(await begin());
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(address.searchParams.get('scope'), 'read write');
  const back = await signIn(address.href);
  assert.equal(back.origin + back.pathname, (await getAppClient({ appId }, ours)).redirectUrl);
  const { install, key } = await finish(back.search);
  assert.equal(install.state, 'active');
  assert.match(key ?? '', /^bw_key_/);
  assert.deepEqual(service.state.heard, ['exchange', 'me 200']);
  const row = await rooms.tenants.platform.selectFrom('install_grant').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual(Object.keys(row.secrets).toSorted(), ['refresh_token', 'token']);
  assert.deepEqual(row.fields, { region: 'eu' });

  service.state.refreshTokens.clear();
  const renewed = await grantRenewer(rooms).renew(install.id, 1);
  assert.equal(renewed.is, 'refused');
  const lost = await installHandlers.getInstall({ installId: install.id }, ours);
  assert.match(lost.attention ?? '', /invalid_grant|status 400/);
  const again = await beginServiceSignIn({ appId, installId: install.id, auth: {}, consent: [] }, ours);
  const mended = await finish((await signIn(again.address)).search);
  assert.deepEqual([mended.install.id, mended.install.state, mended.key], [install.id, 'active', null]);
});

test('two processes that need a new token at once use the refresh token once', async (t) => {
  const { rooms, service, begin, signIn, finish } = await oauth(t);
  const { install } = await finish((await signIn(await begin())).search);
  service.state.heard.length = 0;
  const both = [grantRenewer(rooms), grantRenewer(rooms)].map((process) => process.renew(install.id, 1));
  assert.deepEqual(await Promise.all(both), [{ is: 'renewed' }, { is: 'renewed' }]);
  assert.deepEqual(service.state.heard, ['refresh']);
});

type Site = Awaited<ReturnType<typeof oauth>>;

/** Each ends without a connection: what is tried, and the words that it is refused with. */
const attacks: Readonly<Record<string, { try: (site: Site) => Promise<unknown>; says: RegExp }>> = {
  'a state that nobody gave out': {
    try: async ({ finish }) => finish('code=abc&state=made-up'),
    says: /not known here/,
  },
  'an answer without a state': {
    try: async ({ begin, signIn, finish }) => finish(without(await signIn(await begin()), 'state')),
    says: /not known here/,
  },
  "another person's browser, led to the end of a sign-in that it did not begin": {
    try: async ({ rooms, ours, begin, signIn, finish }) => {
      const { personId } = await addMember(rooms.database, ours.workspaceId, 'admin');
      const victim: Context = {
        ...ours,
        caller: { is: 'person', personId, name: 'Eve', workspaceId: ours.workspaceId, role: 'admin' },
      };
      return finish((await signIn(await begin())).search, victim);
    },
    says: /by another person/,
  },
  'another browser of the same person': {
    try: async ({ ours, begin, signIn, finish }) => {
      const session = { ...ours.session, hash: randomBytes(32) };
      return finish((await signIn(await begin())).search, { ...ours, session });
    },
    says: /in another browser/,
  },
  'another workspace': {
    try: async ({ rooms, begin, signIn, finish }) =>
      finish((await signIn(await begin())).search, await rooms.workspace('Theirs')),
    says: /not known here/,
  },
  "the answer for one app, brought to another app's address": {
    try: async ({ ours, publishAs, begin, signIn, finish }) =>
      finish((await signIn(await begin())).search, ours, await publishAs('malicious')),
    says: /for another app/,
  },
  'a sign-in older than ten minutes': {
    try: async ({ rooms, begin, signIn, finish }) => {
      const back = await signIn(await begin());
      await rooms.tenants.platform
        .updateTable('sign_in')
        .set({ expires_at: '2020-01-01T00:00:00Z' })
        .execute();
      return finish(back.search);
    },
    says: /older than 10 minutes/,
  },
  'an answer of another service (mix-up)': {
    try: async ({ begin, signIn, finish }) =>
      finish(withValue(await signIn(await begin()), 'iss', 'https://evil.example.com')),
    says: /not one of the service that was asked/,
  },
  'an answer that does not say whose it is, where that is declared': {
    try: async ({ begin, signIn, finish }) => finish(without(await signIn(await begin()), 'iss')),
    says: /not one of the service that was asked/,
  },
  "somebody else's code in one's own answer (injection)": {
    try: async ({ begin, signIn, finish }) => {
      const stolen = (await signIn(await begin())).searchParams.get('code') ?? '';
      return finish(withValue(await signIn(await begin()), 'code', stolen));
    },
    says: /invalid_grant/,
  },
  'two codes in one answer': {
    try: async ({ begin, signIn, finish }) => finish(`${(await signIn(await begin())).search}&code=other`),
    says: /not one of the service that was asked/,
  },
  'a refusal by the person at the service': {
    try: async ({ begin, signIn, finish }) => {
      const back = await signIn(await begin());
      back.searchParams.delete('code');
      return finish(withValue(back, 'error', 'access_denied'));
    },
    says: /access_denied/,
  },
};

for (const [name, attack] of Object.entries(attacks)) {
  test(`nothing is connected by ${name}`, async (t) => {
    const site = await oauth(t);
    const failed = await attack.try(site).then(
      () => assert.fail('It was let in.'),
      (error: unknown) => String(error),
    );
    assert.match(failed, attack.says);
    assert.equal(await site.installs(), 0);
  });
}

test('an answer counts once: neither its state nor its code opens anything again', async (t) => {
  const { begin, signIn, finish, installs } = await oauth(t);
  const back = await signIn(await begin());
  await finish(back.search);
  await refused(finish(back.search), 'gone', /has been used/);
  const next = await signIn(await begin());
  const replayed = withValue(next, 'code', back.searchParams.get('code') ?? '');
  await refused(finish(replayed), 'outside-failed', /invalid_grant/);
  assert.equal(await installs(), 1);
});

test('of a client only its id is shown, and its secret is in no text of the app', async (t) => {
  const { ours, rooms, appId, begin } = await oauth(t);
  const view = await getAppClient({ appId }, ours);
  assert.deepEqual(view, {
    clientId: client.id,
    hasSecret: true,
    redirectUrl: `http://localhost:3000/connected/${appId}`,
  });
  await setAppClient({ appId, clientId: client.id }, ours);
  assert.equal((await getAppClient({ appId }, ours)).hasSecret, true, 'left out, it stays');
  assert.ok(!(await begin()).includes(client.secret));
  const stored = await rooms.tenants.platform.selectFrom('app_client').selectAll().execute();
  assert.ok(!JSON.stringify(stored).includes(client.secret));
  await refused(getAppClient({ appId }, await rooms.workspace('Theirs')), 'not-found');
});

test('without a client nobody is sent anywhere, and without a sign-in nothing is installed', async (t) => {
  const { ours, appId, begin } = await oauth(t);
  await setAppClient({ appId, clientId: '' }, ours);
  await refused(begin(), 'conflict', /has not entered a client ID yet/);
  const unsigned = installHandlers.installApp({ appId, auth: {}, consent: [] }, ours);
  await refused(unsigned, 'conflict', /by signing in/);
});

function without(back: URL, name: string): string {
  back.searchParams.delete(name);
  return back.search;
}

function withValue(back: URL, name: string, value: string): string {
  back.searchParams.set(name, value);
  return back.search;
}
