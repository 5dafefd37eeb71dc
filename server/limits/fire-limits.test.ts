// Limits of firing, by a clock of the test's own: what is let in, what is refused, and what the sender is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FireLimits, TooManyFires, type FireLimitSettings } from './fire-limits.ts';

const workspaceId = '0193a4f0-0000-7000-8000-000000000001';
const one = { workspaceId, installId: 'one' };
const settings: FireLimitSettings = {
  install: { perSecond: 10, burst: 20 },
  workspace: { perSecond: 15, burst: 30 },
  mostWaiting: 100,
};
const quiet = { processes: 1, lowered: new Map<string, number>(), full: new Set<string>() };

test('a burst goes in, the next is refused until the time it is told', () => {
  const { limits, clock } = atRest();
  for (let n = 0; n < 20; n++) limits.admit(one);
  const refused = refusalOf(() => limits.admit(one));
  assert.equal(refused.code, 'too-many-requests');
  assert.equal(refused.retryAfterSeconds, 1);
  assert.deepEqual(refused.headers, {
    'ratelimit-limit': 20,
    'ratelimit-remaining': 0,
    'ratelimit-reset': 2,
  });
  clock.ms += 1000;
  for (let n = 0; n < 10; n++) limits.admit(one);
  refusalOf(() => limits.admit(one));
});

test('a batch goes in whole and counts each of its events', () => {
  const { limits, clock } = atRest();
  limits.admit(one).take(99);
  assert.equal(refusalOf(() => limits.admit(one)).retryAfterSeconds, 9);
  clock.ms += 8000;
  refusalOf(() => limits.admit(one));
  clock.ms += 1000;
  assert.deepEqual(limits.admit(one).headers()['ratelimit-remaining'], 9);
});

test('another install is let in until the workspace has had its share, another workspace always', () => {
  const { limits } = atRest();
  for (let n = 0; n < 20; n++) limits.admit(one);
  for (let n = 0; n < 10; n++) limits.admit({ workspaceId, installId: 'two' });
  assert.match(refusalOf(() => limits.admit({ workspaceId, installId: 'two' })).message, /of this workspace/);
  limits.admit({ workspaceId: '0193a4f0-0000-7000-8000-000000000002', installId: 'three' });
});

test('a workspace lowers its rate, and four processes let in a quarter each', () => {
  const { limits } = atRest();
  limits.learn({ ...quiet, lowered: new Map([[workspaceId, 4]]) });
  for (let n = 0; n < 4; n++) limits.admit(one);
  refusalOf(() => limits.admit(one));
  const shared = atRest().limits;
  shared.learn({ ...quiet, processes: 4 });
  for (let n = 0; n < 5; n++) shared.admit(one);
  refusalOf(() => shared.admit(one));
});

test('a workspace of which too much waits is refused, and what was refused is told once', () => {
  const { limits } = atRest();
  limits.learn({ ...quiet, full: new Set([workspaceId]) });
  assert.match(refusalOf(() => limits.admit(one)).message, /More than 100 events of this workspace wait/);
  refusalOf(() => limits.admit(one));
  assert.deepEqual(limits.takeMet(), [{ workspaceId, limit: 'waiting', times: 2 }]);
  assert.deepEqual(limits.takeMet(), []);
});

test('whatever comes when, no more is let in than the burst and what the time has refilled', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 5 })), { maxLength: 200 }),
      (fires) => {
        const { limits, clock } = atRest();
        let taken = 0;
        for (const [pause, count] of fires) {
          clock.ms += pause;
          try {
            limits.admit(one).take(count - 1);
            taken += count;
          } catch (error) {
            assert.ok(error instanceof TooManyFires);
          }
          assert.ok(taken <= 20 + (clock.ms * 10) / 1000 + 4);
        }
      },
    ),
  );
});

function atRest() {
  const clock = { ms: 0 };
  return { limits: new FireLimits(settings, () => clock.ms), clock };
}

function refusalOf(fire: () => unknown): TooManyFires {
  try {
    fire();
  } catch (error) {
    if (error instanceof TooManyFires) return error;
    throw error;
  }
  throw new Error('It was let in.');
}
