// Tests of when times come: through both changes of daylight saving, leap days, and what never comes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextTime, nextTimes, timingFault } from './next-time.ts';

const cron = (text: string, zone = 'Europe/Berlin') => ({ is: 'cron', cron: text, zone }) as const;

function timesOf(text: string, after: string, count: number): string[] {
  return nextTimes(cron(text), { after, zone: 'UTC' }, count).map((time) => time.slice(0, 16));
}

test('a time in the hour that spring skips comes when that hour would have begun, and once', () => {
  assert.deepEqual(timesOf('30 2 * * *', '2026-03-28T12:00:00Z', 2), [
    '2026-03-29T01:00',
    '2026-03-30T00:30',
  ]);
});

test('a time in the hour that autumn has twice comes the first time only', () => {
  assert.deepEqual(timesOf('30 2 * * *', '2026-10-24T12:00:00Z', 2), [
    '2026-10-25T00:30',
    '2026-10-26T01:30',
  ]);
});

test('what comes every few minutes or hours goes on evenly through both', () => {
  const spring = timesOf('*/30 * * * *', '2026-03-29T00:00:00Z', 4);
  assert.deepEqual(spring, ['2026-03-29T00:30', '2026-03-29T01:00', '2026-03-29T01:30', '2026-03-29T02:00']);
  const autumn = timesOf('0 * * * *', '2026-10-24T23:30:00Z', 4);
  assert.deepEqual(autumn, ['2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00', '2026-10-25T03:00']);
});

test('a leap day comes in leap years only', () => {
  assert.deepEqual(timesOf('0 12 29 2 *', '2026-01-01T00:00:00Z', 2), [
    '2028-02-29T11:00',
    '2032-02-29T11:00',
  ]);
});

test("a time without a zone of its own is in the install's", () => {
  const timing = { is: 'cron', cron: '0 9 * * *' } as const;
  const at = (zone: string) => nextTime(timing, { after: '2026-01-31T00:00:00Z', zone });
  assert.deepEqual(
    [at('America/New_York'), at('Asia/Kathmandu')],
    ['2026-01-31T14:00:00.000Z', '2026-01-31T03:15:00.000Z'],
  );
});

test('every so many minutes counts from the time before', () => {
  const timing = { is: 'every', minutes: 90 } as const;
  assert.equal(nextTime(timing, { after: '2026-10-25T00:00:00Z', zone: 'UTC' }), '2026-10-25T01:30:00.000Z');
});

test('each next time is later than the one before, wherever one looks from', () => {
  const anyCron = fc.constantFrom('*/7 * * * *', '30 2 * * *', '15 1-3 * * 0', '0 0 1 * *', '59 23 31 12 *');
  const anyZone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  );
  const anyMoment = fc.date({
    min: new Date('2024-01-01'),
    max: new Date('2030-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyCron, anyZone, anyMoment, (text, zone, moment) => {
      let after = moment.toISOString();
      for (const time of nextTimes(cron(text, zone), { after, zone: 'UTC' }, 5)) {
        assert.ok(time > after, `${time} after ${after}`);
        after = time;
      }
    }),
  );
});

test('what is no time is said, with what is expected', () => {
  const said = (text: string, zone?: string) => timingFault(cron(text, zone));
  assert.equal(said('0 9 * * MON-FRI'), undefined);
  for (const bad of ['', '9', '61 * * * *', '* * * * * *', 'every day', '0 0 * * FOO'])
    assert.match(said(bad) ?? '', /is not read. Five parts are expected/, bad);
  assert.match(said('0 0 30 2 *') ?? '', /never comes/);
  assert.match(said('* * * * *', 'Mars/Olympus') ?? '', /no time zone "Mars\/Olympus"/);
});
