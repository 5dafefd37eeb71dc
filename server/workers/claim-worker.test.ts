// Tests of the claim worker: nothing twice, nothing held back by what is slow, nothing lost by a database that is away.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import pino from 'pino';
import { startClaimWorker, type Duty } from './claim-worker.ts';

const log = pino({ level: 'silent' });

/** Items that wait in a row, and a gate that keeps the slow one under way until it is opened. */
function plates(t: TestContext, names: readonly string[], over: Partial<Duty<string>> = {}) {
  const waiting = [...names];
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const duty: Duty<string> = {
    of: 'plates',
    mostAtOnce: 2,
    claim: async (most) => waiting.splice(0, most),
    work: async (name) => {
      if (name === 'slow') await gate.promise;
      done.push(name);
    },
    ...over,
  };
  const worker = startClaimWorker(duty, log, 5);
  t.after(async () => {
    gate.resolve();
    await worker.stop();
  });
  return { waiting, done, worker, gate };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 5) {
    assert.ok(waited < 5_000, 'it never came to be');
    await pause(5);
  }
}

test('a slow item holds back no other', async (t) => {
  const { done, gate } = plates(t, ['slow', 'a', 'b', 'c']);
  await until(() => done.length === 3);
  assert.deepEqual(done, ['a', 'b', 'c']);
  gate.resolve();
  await until(() => done.length === 4);
});

test('never more are under way than it may have at once', async (t) => {
  let underWay = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++underWay);
    await pause(2);
    underWay--;
  };
  const { waiting } = plates(t, Array.from({ length: 20 }, String), { work });
  await until(() => waiting.length === 0 && underWay === 0);
  assert.equal(most, 2);
});

test('what fails on our side and a database that is away hold up nothing else', async (t) => {
  let asked = 0;
  const left = ['bad', 'good'];
  const { done } = plates(t, [], {
    claim: async (most) => {
      if (++asked === 1) throw new Error('Connection terminated unexpectedly');
      return left.splice(0, most);
    },
    work: async (name) => {
      if (name === 'bad') throw new Error('It broke.');
      done.push(name);
    },
  });
  await until(() => done.length === 1);
});

test('stopping waits for what is under way, and claims nothing more', async (t) => {
  const { done, gate, waiting, worker } = plates(t, ['slow', 'slow', 'late']);
  await until(() => waiting.length === 1);
  const stopped = worker.stop();
  gate.resolve();
  await stopped;
  assert.deepEqual([done, waiting], [['slow', 'slow'], ['late']]);
});

test('waking it looks at once', async (t) => {
  const left: string[] = [];
  const done: string[] = [];
  const worker = startClaimWorker<string>(
    {
      of: 'plates',
      mostAtOnce: 2,
      claim: async (most) => left.splice(0, most),
      work: async (name) => void done.push(name),
    },
    log,
    600_000,
  );
  t.after(() => worker.stop());
  await pause(1);
  left.push('a');
  worker.wake();
  await until(() => done.length === 1);
});
