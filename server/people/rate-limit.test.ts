// Tests the limit on tries per key, with a clock set by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRateLimit } from './rate-limit.ts';

test('a burst is allowed, then one try each time it refills, and each key counts alone', () => {
  let at = 1000;
  const limit = createRateLimit({ burst: 3, refillPerMinute: 6, now: () => at });
  const tries = () => [limit.take('a'), limit.take('a'), limit.take('a')].map((answer) => (answer.is === 'allowed' ? answer.left : answer.is));
  assert.deepEqual(tries(), [2, 1, 0]);
  assert.deepEqual(limit.take('a'), { is: 'limited', retryAfterSeconds: 10 });
  assert.deepEqual(limit.take('b'), { is: 'allowed', left: 2 });
  at += 9_999;
  assert.deepEqual(limit.take('a'), { is: 'limited', retryAfterSeconds: 1 });
  at += 1;
  assert.deepEqual(limit.take('a'), { is: 'allowed', left: 0 });
  at += 3_600_000;
  assert.deepEqual(tries(), [2, 1, 0]);
});

test('whoever waits as long as told is let in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1000 }), fc.nat(5000), (burst, refillPerMinute, pause) => {
      let at = 0;
      const limit = createRateLimit({ burst, refillPerMinute, now: () => at });
      for (let round = 0; round < 50; round += 1) {
        at += pause;
        const answer = limit.take('a');
        if (answer.is === 'allowed') continue;
        at += answer.retryAfterSeconds * 1000;
        assert.equal(limit.take('a').is, 'allowed');
      }
    }),
  );
});

test('over any stretch of time no more is let in than the burst and what refilled', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3000), { maxLength: 200 }), (pauses) => {
      let at = 0;
      let allowed = 0;
      const limit = createRateLimit({ burst: 5, refillPerMinute: 60, now: () => at });
      for (const pause of pauses) {
        at += pause;
        if (limit.take('a').is === 'allowed') allowed += 1;
      }
      assert.ok(allowed <= 5 + at / 1000 + 1e-6, `${allowed} in ${at} ms`);
    }),
  );
});

test('only so many keys are remembered, and the one tried last is among them', () => {
  const limit = createRateLimit({ burst: 1, refillPerMinute: 1, maxKeys: 100, now: () => 0 });
  limit.take('kept');
  for (let count = 0; count < 1000; count += 1) {
    limit.take(`other ${count}`);
    assert.equal(limit.take('kept').is, 'limited');
  }
  assert.equal(limit.take('other 999').is, 'limited');
  assert.equal(limit.take('other 0').is, 'allowed');
});
