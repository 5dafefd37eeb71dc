// Tests of the table of gaps: how long it goes on, how far chance bends it, and what an answer may ask for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JITTER, MOST_TRIES, pauseBeforeTry, retryAfterMs, retryGaps } from './retry-gaps.ts';

const now = '2026-03-01T12:00:00.000Z';
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('it goes on for at least 72 hours and 12 tries, whatever chance does', () => {
  let shortest = 0;
  for (let tries = 1; tries < MOST_TRIES; tries++)
    shortest += pauseBeforeTry({ tries, random: 0 }) ?? Number.NaN;
  assert.ok(MOST_TRIES >= 12);
  assert.ok(shortest >= 72 * 3_600_000, `${shortest / 3_600_000} hours`);
});

test('under a virtual clock every gap is within a fifth of the table, and none follows the last try', () => {
  const life = fc.array(chance, { minLength: MOST_TRIES, maxLength: MOST_TRIES });
  fc.assert(
    fc.property(life, (chances) => {
      let clock = 0;
      const triedAt = [clock];
      for (;;) {
        const pause = pauseBeforeTry({ tries: triedAt.length, random: chances[triedAt.length - 1] ?? 0 });
        if (pause === null) break;
        clock += pause;
        triedAt.push(clock);
      }
      assert.equal(triedAt.length, MOST_TRIES);
      for (const [index, gap] of retryGaps.entries()) {
        const waited = (triedAt[index + 1] ?? 0) - (triedAt[index] ?? 0);
        assert.ok(Math.abs(waited / (gap * 1000) - 1) <= JITTER + 0.001, `${waited} ms for ${gap} s`);
      }
    }),
  );
});

test('what the other side asks for is obeyed where it is longer, up to a day', () => {
  assert.equal(pauseBeforeTry({ tries: 1, random: 0, askedForMs: 1000 }), 8000);
  assert.equal(pauseBeforeTry({ tries: 1, random: 0, askedForMs: 90_000 }), 90_000);
  assert.equal(pauseBeforeTry({ tries: 1, random: 0, askedForMs: 9e9 }), 86_400_000);
  assert.equal(pauseBeforeTry({ tries: MOST_TRIES, random: 0, askedForMs: 1000 }), null);
});

test('Retry-After is read as seconds and as a date', () => {
  assert.equal(retryAfterMs('120', now), 120_000);
  assert.equal(retryAfterMs(' 7 ', now), 7000);
  assert.equal(retryAfterMs('Sun, 01 Mar 2026 12:01:00 GMT', now), 60_000);
});

test('a Retry-After that is over, or that nobody can read, asks for nothing', () => {
  const odd = ['', '-5', '1.5', 'soon', 'Sun, 99 Mar 2026 12:01:00 GMT', 'Sun, 01 Mar 2020 12:01:00 GMT'];
  for (const header of [...odd, undefined, null, 7])
    assert.equal(retryAfterMs(header, now), 0, String(header));
  fc.assert(fc.property(fc.string(), (header) => retryAfterMs(header, now) >= 0));
});
