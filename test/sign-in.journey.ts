// An app that is connected by OAuth 2: installed in a real browser, run from a bot, renewed, and reconnected.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { appSchema, APP_FORMAT } from '@bellwire/model/app.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { client as service, grantingSite } from '@bellwire/server/connections/granting-site.ts';
import { startTestServer } from '@bellwire/server/start-test-server.ts';
import { openBrowser } from '../scripts/browser.ts';
import { account } from './rerun-shop.ts';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('an app is installed by a sign-in at its service, and works from a bot as long as it can be renewed', async (t) => {
  const { origin, ours, site, appId } = await publishedCalendar(t);
  const page = await signedIn(t, origin);
  await page.goto(`${origin}/store/${appId}/install`);
  await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByRole('button', { name: 'Sign in and install' }).click();
  await page.getByText('Calendar is installed.').waitFor();
  await page.getByRole('button', { name: 'Show Key of the install' }).click();
  const key = await page.getByRole('textbox', { name: 'Key of the install' }).inputValue();
  const [install] = (await ours.listInstalls({})).rows;
  assert.ok(install !== undefined);

  const ask = await asker(ours, createClient({ baseUrl: origin, key }), install.id);
  await ask();
  await heard(site.state.heard, 'work 200');
  site.expireTokens();
  await ask();
  await heard(site.state.heard, 'refresh');
  assert.deepEqual(site.state.heard, ['exchange', 'me 200', 'work 200', 'work 401', 'refresh', 'work 200']);

  site.expireTokens();
  site.state.refreshTokens.clear();
  await ask();
  await page.goto(`${origin}/apps/${install.id}`);
  await page.getByText(/connection expired/).waitFor();
  await page.getByRole('button', { name: 'Reconnect' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in again' }).click();
  await page.getByText('Calendar is connected again.').waitFor();
  assert.equal((await ours.getInstall({ installId: install.id })).state, 'active');
});

test('an answer that nobody asked for connects nothing, and says how to begin', async (t) => {
  const { origin, ours, appId } = await publishedCalendar(t);
  const page = await signedIn(t, origin);
  await page.goto(`${origin}/connected/${appId}?code=stolen&state=made-up`);
  await page.getByText(/not known here/).waitFor();
  await page.getByRole('link', { name: 'Begin again' }).waitFor();
  assert.deepEqual((await ours.listInstalls({})).rows, []);
});

async function publishedCalendar(t: TestContext) {
  const site = await grantingSite(t);
  const { origin } = await startTestServer(t, { allowHosts: [site.place] });
  const ours = createClient({ baseUrl: origin });
  await ours.signUp({ name: 'Ada', ...account, workspaceName: 'Shop' });
  const { id: appId, revision } = await ours.createApp({ definition: jsonObject(calendar(site)) });
  await ours.publishApp({ appId, revision, visibility: 'private' });
  await ours.setAppClient({ appId, clientId: service.id, secret: service.secret });
  return { origin, ours, site, appId };
}

/** Its one action asks the service for its work, with the token that was granted. */
function calendar({ at, oauthApp }: Awaited<ReturnType<typeof grantingSite>>) {
  const settings = { url: `${at}/work`, auth: 'bearer', token: '{{app.token}}' };
  return appSchema.parse({
    format: APP_FORMAT,
    name: 'calendar',
    label: 'Calendar',
    ...oauthApp(),
    scopes: [{ scope: 'triggers:fire', reason: 'to tell of meetings' }],
    actions: [{ name: 'work', label: 'Work', flow: 'work' }],
    triggers: [{ name: 'meeting', label: 'Meeting' }],
    flows: [
      {
        name: 'work',
        label: 'Work',
        start: 'ask',
        steps: [{ id: 'ask', type: 'external-request', settings, exits: {} }],
      },
    ],
  });
}

/** A bot whose flow runs the action at each meeting; resolves when the run has ended. */
async function asker(ours: Client, installed: Client, installId: string) {
  const { id: botId } = await ours.createBot({ name: 'Shop' });
  const settings = { action: `${installId}/work` };
  const graph = { start: 'run', steps: [{ id: 'run', type: 'app-action', settings, exits: {} }] };
  const { id: flowId, revision } = await ours.createFlow({ botId, name: 'Work', graph });
  await ours.publishFlow({ flowId, revision });
  await ours.createSubscription({ botId, installId, trigger: 'meeting', flowId });
  const { ns } = await ours.createContact({ botId });
  return async () => {
    const { eventId } = await installed.fireTrigger({ trigger: 'meeting', contact: ns, items: {} });
    for (let waited = 0; waited < 15_000; waited += 50) {
      const [run] = (await ours.getEvent({ eventId })).runs;
      if (run !== undefined && run.status !== 'waiting') return;
      await pause(50);
    }
    assert.fail('The run has not ended.');
  };
}

async function heard(all: readonly string[], wanted: string): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 50) {
    if (all.includes(wanted)) return;
    await pause(50);
  }
  assert.fail(`The service was never asked: ${wanted}. It heard ${all.join(', ')}.`);
}

async function signedIn(t: TestContext, origin: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  t.after(() => context.close());
  const answer = await context.request.post(`${origin}/api/sign-in`, { data: account, headers: { origin } });
  assert.equal(answer.status(), 200);
  return context.newPage();
}
