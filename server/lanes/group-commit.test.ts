// What callers of a group commit may rely on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCommit } from './group-commit.ts';

class DataError extends Error {}
const isDataError = (error: unknown): boolean => error instanceof DataError;

test('what is submitted in one turn of the event loop is written in one batch, in its order', async () => {
  const batches: number[][] = [];
  const group = groupCommit<number, number>({
    most: 10,
    isDataError,
    write: async (rows) => {
      batches.push([...rows]);
      return rows.map((row) => row * 2);
    },
  });
  assert.deepEqual(await Promise.all([1, 2, 3].map((row) => group.submit(row))), [2, 4, 6]);
  assert.deepEqual(batches, [[1, 2, 3]]);
});

test('what arrives while a batch is being written goes into the next one, at most so many at once', async () => {
  const batches: number[][] = [];
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const group = groupCommit<number, number>({
    most: 2,
    isDataError,
    write: async (rows) => {
      batches.push([...rows]);
      begun.resolve();
      await mayEnd.promise;
      return rows;
    },
  });
  const first = group.submit(1);
  await begun.promise;
  const later = [group.submit(2), group.submit(3), group.submit(4)];
  mayEnd.resolve();
  await Promise.all([first, ...later]);
  assert.deepEqual(batches, [[1], [2, 3], [4]]);
});

test('nobody is answered before the write has come back', async () => {
  let finish: (rows: number[]) => void = () => undefined;
  const group = groupCommit<number, number>({
    most: 10,
    isDataError,
    write: () => new Promise((resolve) => (finish = resolve)),
  });
  let answered = false;
  const answer = group.submit(1).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(answered, false);
  finish([1]);
  await answer;
});

test('one bad row harms only itself', async () => {
  const group = groupCommit<string, string>({
    most: 10,
    isDataError,
    write: async (rows) => {
      if (rows.includes('bad')) throw new DataError('bad row');
      return rows;
    },
  });
  const answers = await Promise.allSettled(['a', 'bad', 'b'].map((row) => group.submit(row)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});

test('a broken connection fails the batch at once: its rows may have been written, so they are not tried again here', async () => {
  let tries = 0;
  const group = groupCommit<number, number>({
    most: 10,
    isDataError,
    write: async () => {
      tries += 1;
      throw new Error('connection lost');
    },
  });
  const answers = await Promise.allSettled([1, 2].map((row) => group.submit(row)));
  assert.equal(tries, 1);
  assert.ok(answers.every(({ status }) => status === 'rejected'));
});

test('after a failed batch the next one is written as usual', async () => {
  let tries = 0;
  const group = groupCommit<number, number>({
    most: 10,
    isDataError,
    write: async (rows) => {
      tries += 1;
      if (tries === 1) throw new Error('connection lost');
      return rows;
    },
  });
  await assert.rejects(group.submit(1));
  assert.equal(await group.submit(2), 2);
  await group.drain();
});
