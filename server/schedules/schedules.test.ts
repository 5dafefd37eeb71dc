// Tests of schedules and polls: each record starts one flow, whatever dies, shifts or is published meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '@bellwire/model/json.ts';
import { botHandlers } from '../bots/handlers.ts';
import { contactHandlers } from '../contacts/handlers.ts';
import { publish } from '../apps/publish-for-test.ts';
import { installHandlers } from '../installs/handlers.ts';
import { scheduleHandlers } from './handlers.ts';
import { scheduleDuty } from './schedule-duty.ts';
import { pollingApp, takeTurns, testPollers } from './test-poller.ts';
import { recordSite } from './record-site.ts';

const every = { timing: { is: 'every', minutes: 5 } } as const;

function pollOf(place: string, over: JsonObject = {}) {
  const request = { url: `http://${place}/records?since={{poll.cursor}}&page={{poll.page}}` };
  const cursor = { from: 'records', path: '$.at', type: 'date', overlap: 60 } as const;
  return {
    request,
    list: '$.rows',
    key: '$.id',
    cursor,
    pages: { most: 2 },
    first: { is: 'all' },
    ...over,
  } as const;
}

type Ids = readonly number[];

function idsOf(rows: readonly { record: unknown }[]): Ids {
  return rows.map(({ record }) => (isJsonRecord(record) ? Number(record.id) : -1));
}

function isJsonRecord(value: unknown): value is { id: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

type Pollers = Awaited<ReturnType<typeof testPollers>>;

/** Polls until two readings have come to their end: the one under way, and one that began after it. */
async function drain({ own, due, pool }: Pollers, installId: string): Promise<void> {
  for (let turns = 0, whole = 0; whole < 2; turns++) {
    assert.ok(turns < 100, 'the reading never came to its end');
    await due(installId);
    await takeTurns(own);
    const { rows } = await pool.query<{ reads: boolean }>(
      `select state -> 'place' is not null as reads from install_schedule where install_id = $1`,
      [installId],
    );
    if (rows[0]?.reads !== true) whole += 1;
  }
}

const shapes = [
  { order: 'oldest-first', hasCursor: true, isNamed: false },
  { order: 'newest-first', hasCursor: true, isNamed: true },
  { order: 'newest-first', hasCursor: true, isNamed: false },
  { order: 'oldest-first', hasCursor: false, isNamed: true },
] as const;

function shapedApp(
  name: string,
  place: string,
  { order, hasCursor, isNamed }: (typeof shapes)[number],
  key: string,
) {
  const { cursor, ...poll } = pollOf(place, { key, order });
  const address = `http://${place}/records?since={{poll.cursor}}&page=`;
  return pollingApp(name, place, {
    ...every,
    poll: {
      ...poll,
      ...(hasCursor && { cursor }),
      ...(isNamed
        ? { request: { url: `${address}{{poll.next | default: 1}}` }, pages: { most: 2, next: '$.next' } }
        : {}),
    },
  });
}

interface Play {
  readonly pollers: Pollers;
  readonly service: Awaited<ReturnType<typeof recordSite>>;
  readonly installId: string;
  publish(key: string): Promise<unknown>;
}

/** What can befall a poll; each may come at any time. */
const acts: Readonly<Record<string, (play: Play) => unknown>> = {
  'three records': ({ service }) => [1, 0, 2].forEach((passes) => service.add(0, passes)),
  'one record': ({ service }) => service.add(),
  'a late record': ({ service }) => service.add(15, 0),
  'a failure': ({ service }) => service.failing.push(500),
  'a key by another path': ({ publish }) => publish('$.uuid'),
  'a new version': ({ publish }) => publish('$.id'),
  'the clock, an hour back': ({ pollers, installId }) => stepClock(pollers, installId, -1),
  'the clock, an hour on': ({ pollers, installId }) => stepClock(pollers, installId, 1),
  'a turn': ({ pollers, installId }) => dueTurns(pollers, installId),
  'a turn while pages shift': ({ pollers, service, installId }) => {
    service.onAsked = () => service.add();
    return dueTurns(pollers, installId);
  },
  'two at once': async ({ pollers, installId }) => {
    await pollers.due(installId);
    await Promise.all([takeTurns(pollers.own), takeTurns(pollers.own)]);
  },
  'one that stalls and wakes': async ({ pollers, installId }) => {
    await pollers.due(installId);
    const stalled = scheduleDuty(pollers.own);
    const [row] = await stalled.claim(1);
    await dueTurns(pollers, installId);
    if (row !== undefined) await stalled.work(row);
  },
  ...Object.fromEntries(
    Array.from({ length: 14 }, (_, at) => [
      `a death before statement ${at}`,
      ({ pollers, installId }: Play) => dueTurns(pollers, installId, at),
    ]),
  ),
};

async function dueTurns({ due, own }: Pollers, installId: string, diesAt?: number): Promise<void> {
  await due(installId);
  await takeTurns(own, diesAt);
}

async function stepClock({ pool }: Pollers, installId: string, hours: number): Promise<void> {
  await pool.query(
    'update install_schedule set planned_at = planned_at + make_interval(hours => $2) where install_id = $1',
    [installId, hours],
  );
}

test('under deaths, stalls, races, new versions, clock steps, late records and shifting pages, each record starts one flow', async (t) => {
  const pollers = await testPollers(t);
  const anyActs = fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 4, maxLength: 14 });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...shapes), anyActs, async (shape, names) => {
      const service = await recordSite(t, { order: shape.order, pageSize: 3 });
      const name = `poller${++count}`;
      const appOf = (key: string) => shapedApp(name, service.place, shape, key);
      const installId = await pollers.installed(appOf('$.id'));
      const publishing = (key: string) => publish(pollers.owner, appOf(key));
      for (const act of names) {
        await acts[act]?.({ pollers, service, installId, publish: publishing });
        service.onAsked = () => undefined;
      }
      service.failing.length = 0;
      await drain(pollers, installId);
      const ids = idsOf(await pollers.started(installId)).toSorted((a, b) => a - b);
      assert.deepEqual(
        ids,
        service.records.map(({ id }) => id),
      );
      await installHandlers.uninstallApp({ installId }, pollers.owner);
    }),
    { numRuns: 15, interruptAfterTimeLimit: 12_000, markInterruptAsFailure: false },
  );
});

test('the first poll takes none, the last few or all, and what it passed over never starts later', async (t) => {
  const pollers = await testPollers(t);
  const service = await recordSite(t, { order: 'newest-first', pageSize: 10 });
  for (let n = 0; n < 5; n++) service.add();
  const wanted = { none: [6], last: [4, 5, 6], all: [1, 2, 3, 4, 5, 6] };
  const firsts = { none: { is: 'none' }, last: { is: 'last', count: 2 }, all: { is: 'all' } } as const;
  const installs: { ids: Ids; installId: string }[] = [];
  for (const is of ['none', 'last', 'all'] as const) {
    const poll = pollOf(service.place, { first: firsts[is] });
    installs.push({
      ids: wanted[is],
      installId: await pollers.installed(pollingApp(`first-${is}`, service.place, { ...every, poll })),
    });
  }
  for (const { installId } of installs) await drain(pollers, installId);
  service.add();
  for (const { ids, installId } of installs) {
    await drain(pollers, installId);
    assert.deepEqual(idsOf(await pollers.started(installId)), ids);
  }
});

test('a failing service is asked again later and later, and the page of the install says why', async (t) => {
  const pollers = await testPollers(t);
  const { own, owner, due, pool } = pollers;
  const service = await recordSite(t, { order: 'oldest-first', pageSize: 10 });
  const installId = await pollers.installed(
    pollingApp('failing', service.place, { ...every, poll: pollOf(service.place) }),
  );
  service.failing.push(500, 500, 500);
  const minutes: number[] = [];
  for (let n = 0; n < 3; n++) {
    await due(installId);
    await takeTurns(own);
    const { rows } = await pool.query<{ minutes: number }>(
      'select extract(epoch from due_at - now())::float / 60 as minutes from install_schedule',
    );
    minutes.push(rows[0]?.minutes ?? 0);
  }
  assert.ok(minutes[0] !== undefined && minutes[0] > 4 && minutes[0] < 6, `${minutes[0]}`);
  const { rows } = await scheduleHandlers.listSchedules({ installId }, owner);
  assert.deepEqual([rows[0]?.failures, rows[0]?.isRunning], [3, false]);
  assert.match(rows[0]?.failure ?? '', /status 500: not now/);
  await scheduleHandlers.runScheduleNow({ installId, name: 'records' }, owner);
  await due(installId);
  await takeTurns(own);
  const after = await scheduleHandlers.listSchedules({ installId }, owner);
  assert.deepEqual([after.rows[0]?.failures, after.rows[0]?.failure], [0, null]);
});

test('a record goes to the lane of its contact, and one whose contact is not known waits until it is', async (t) => {
  const pollers = await testPollers(t);
  const { owner, rooms } = pollers;
  const bot = await botHandlers.createBot({ name: 'Bot', greeting: '', timeZone: 'UTC' }, owner);
  const person = (email: string) =>
    contactHandlers.createContact(
      { botId: bot.id, name: null, email, phone: null, timeZone: null, fields: {} },
      owner,
    );
  await person('ada@example.com');
  const service = await recordSite(t, { order: 'oldest-first', pageSize: 10 });
  service.add(0, 1, 'Ada@Example.com');
  service.add(0, 1, 'bob@example.com');
  const poll = pollOf(service.place, { contact: { email: '$.email' } });
  const installId = await pollers.installed(pollingApp('contacts', service.place, { ...every, poll }));
  await rooms.database.pool.query(`update install set contact_policy = 'match' where id = $1`, [installId]);
  await drain(pollers, installId);
  assert.deepEqual(idsOf(await pollers.started(installId)), [1]);
  const before = await scheduleHandlers.listSchedules({ installId }, owner);
  assert.equal(before.rows[0]?.waitingRecords, 1);
  await person('bob@example.com');
  await drain(pollers, installId);
  const started = await pollers.started(installId);
  assert.deepEqual(idsOf(started), [1, 2]);
  const { rows } = await rooms.database.pool.query<{ id: string }>('select id from contact order by email');
  assert.deepEqual(
    started.map(({ lane }) => lane),
    rows.map(({ id }) => id),
  );
});

test('a time alone runs the flow once, and an uninstalled app does nothing more', async (t) => {
  const pollers = await testPollers(t);
  const { own, owner, due } = pollers;
  const installId = await pollers.installed(
    pollingApp('times', 'example.com', { timing: { is: 'cron', cron: '0 9 * * *' } }),
  );
  assert.equal(await takeTurns(own), 0);
  await due(installId);
  assert.equal(await takeTurns(own), 1);
  assert.equal(await takeTurns(own), 0);
  assert.equal((await pollers.started(installId)).length, 1);
  const { rows } = await scheduleHandlers.setInstallTimeZone(
    { installId, timeZone: 'Asia/Kathmandu' },
    owner,
  );
  assert.match(rows[0]?.nextAt ?? '', /T03:15:00/);
  await installHandlers.uninstallApp({ installId }, owner);
  await due(installId);
  assert.equal(await takeTurns(own), 0);
});
