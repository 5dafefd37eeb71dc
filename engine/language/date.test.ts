// Dates: wall clocks, patterns and spans of time.
import { deepEqual, equal } from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { formatDate, parseDate } from './date-pattern.ts';
import { addTo, between, DURATION_UNITS } from './duration.ts';
import { readInstant } from './instant.ts';
import { fromWallClock, wallClock } from './zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
];
const anInstant = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}.000Z`);

describe('a wall clock', () => {
  test('shows the local time, summer or winter', () => {
    equal(wallClock('2026-01-31T23:30:00Z', 'Europe/Berlin').hour, 0);
    equal(wallClock('2026-07-31T23:30:00Z', 'Europe/Berlin').hour, 1);
    equal(wallClock('2026-07-31T23:30:00Z', 'Nowhere/Land').hour, 23);
  });

  test('leads back to the instant, or to the first of the two that it shows', () => {
    fc.assert(
      fc.property(anInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const back = fromWallClock(wallClock(instant, zone), zone);
        deepEqual(wallClock(back, zone), wallClock(instant, zone));
        equal(back <= instant, true);
      }),
    );
  });

  test('that skips an hour goes on by the offset before', () => {
    const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0 };
    equal(fromWallClock(skipped, 'Europe/Berlin'), '2026-03-29T01:30:00.000Z');
  });
});

describe('a date pattern', () => {
  test('reads what it has written', () => {
    fc.assert(
      fc.property(
        anInstant,
        fc.constantFrom('yyyy-MM-dd HH:mm:ss', 'd.M.yyyy h:m:s a'),
        (instant, pattern) => {
          const text = formatDate(instant, pattern, { zone: 'UTC', locale: 'en' });
          equal(parseDate(text, pattern, 'UTC'), instant);
        },
      ),
    );
  });

  test('keeps quoted text, doubled quotes and what is no token', () => {
    const place = { zone: 'UTC', locale: 'en' };
    equal(formatDate('2026-03-01T09:05:00Z', "'day' d ''yy – H\u00a0'h'", place), "day 1 '26 – 9\u00a0h");
  });

  test('does not read what does not exist or does not fit', () => {
    for (const text of ['31.02.2026 10:00', '1.1.2026 25:00', '1.1.26 10:00', 'x', ''])
      equal(parseDate(text, 'd.M.yyyy HH:mm', 'UTC'), undefined, text);
    equal(parseDate('1 May', 'd MMM', 'UTC'), undefined);
  });

  test('with too many tokens to be a date is not read at all', () => {
    equal(parseDate(`${'1'.repeat(60)}x`, ['d', 'M', 'H', 'm', 's'].join('').repeat(20), 'UTC'), undefined);
  });
});

describe('a span of time', () => {
  test('added and then counted is the same', () => {
    fc.assert(
      fc.property(
        anInstant,
        fc.integer({ min: -300, max: 300 }),
        fc.constantFrom(...DURATION_UNITS),
        (start, amount, unit) => {
          const end = addTo(start, amount, unit) ?? '';
          const counted = between(start, end, unit);
          equal(counted, amount);
        },
      ),
    );
  });

  test('never leads into years that nothing can write', () => {
    equal(addTo('2026-01-01T00:00:00.000Z', 1e9, 'years'), undefined);
    equal(addTo('2026-01-01T00:00:00.000Z', -3_000, 'years'), undefined);
    equal(addTo('2026-01-01T00:00:00.000Z', 1, 'fortnights'), undefined);
  });
});

test('an instant that was read reads as itself', () => {
  fc.assert(fc.property(anInstant, (instant) => equal(readInstant(instant), instant)));
});
