// The day of a workspace: counted by the hour, its own rows only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { TestApi } from '../http/test-api.ts';
import { testApi } from '../http/test-api.ts';
import { addInstall, addMember, addWorkspace } from '../http/test-callers.ts';

const homeAnswer = z.object({
  events: z.object({ today: z.int(), byHour: z.array(z.int()) }),
  runs: z.object({ today: z.int(), byHour: z.array(z.int()) }),
  messages: z.object({ today: z.int(), byHour: z.array(z.int()) }),
  parked: z.int(),
  failedRuns: z.int(),
  nextSteps: z.array(z.object({ step: z.string(), done: z.boolean() })),
});

test('a new workspace has counted nothing, and done nothing yet', async (t) => {
  const api = await testApi(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'viewer');
  const home = homeAnswer.parse((await api.ask('GET', '/api/home', { cookie })).json);
  assert.deepEqual(home.events, { today: 0, byHour: Array.from({ length: 24 }, () => 0) });
  assert.deepEqual(
    home.nextSteps,
    ['make-bot', 'install-app', 'subscribe', 'make-app', 'talk'].map((step) => ({ step, done: false })),
  );
});

test("today's events, runs and messages are counted in their hour, yesterday's and other workspaces' are not", async (t) => {
  const api = await testApi(t);
  const ours = await addWorkspace(api, 'Ours');
  const { cookie } = await addMember(api, ours, 'viewer');
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  const at = (minutes: number) => new Date(midnight.getTime() + minutes * 60_000);
  for (const minutes of [-1, 0, 59, 61]) await addDay(api, ours, at(minutes));
  await addDay(api, await addWorkspace(api, 'Theirs'), at(30));
  const home = homeAnswer.parse((await api.ask('GET', '/api/home', { cookie })).json);
  for (const count of [home.events, home.runs, home.messages]) {
    assert.equal(count.today, 3);
    assert.deepEqual(count.byHour.slice(0, 3), [2, 1, 0]);
  }
  assert.equal(home.failedRuns, 3);
  assert.equal(home.parked, 4);
});

test('installing an app is a step done, until it is uninstalled', async (t) => {
  const api = await testApi(t);
  const ours = await addWorkspace(api, 'Ours');
  const { cookie } = await addMember(api, ours, 'viewer');
  const { installId } = await addInstall(api, ours, []);
  const isDone = async (step: string) =>
    homeAnswer
      .parse((await api.ask('GET', '/api/home', { cookie })).json)
      .nextSteps.find((one) => one.step === step)?.done;
  assert.deepEqual(
    [await isDone('install-app'), await isDone('make-app'), await isDone('make-bot')],
    [true, true, false],
  );
  await api.platform
    .updateTable('install')
    .set({ state: 'uninstalled' })
    .where('id', '=', installId)
    .execute();
  assert.equal(await isDone('install-app'), false);
});

/** One event, parked, with one failed run and one message, at this time. */
async function addDay({ pool }: TestApi, workspaceId: string, time: Date): Promise<void> {
  const digits = time.getTime().toString(16).padStart(12, '0');
  const random = crypto.randomUUID().slice(14);
  const id = `${digits.slice(0, 8)}-${digits.slice(8)}-7${random.slice(1)}`;
  const at = time.toISOString();
  await pool.query(
    `with fired as (
       insert into event (workspace_id, id, trigger, items, source, state, fired_by, fired_at)
       values ($1, $2, 'paid', '{}', 'api', 'parked', 'a test', $3)
     ), waiting as (
       insert into parked (id, workspace_id, event_id, reason, since) values ($2, $1, $2, 'a test', $3)
     ), ran as (
       insert into run (workspace_id, id, status, history, started_at) values ($1, $2, 'failed', '[]', $3)
     )
     insert into message (workspace_id, contact_id, seq, id, sender, content, sent_at)
     values ($1, gen_random_uuid(), 1, $2, 'bot', '{}', $3)`,
    [workspaceId, id, at],
  );
}
