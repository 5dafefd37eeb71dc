// A request that is tried for days, played under a virtual clock: when each try is made, and when there are no more.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { JITTER, MOST_TRIES, retryGaps } from '@bellwire/model/retry-gaps.ts';
import type { Played } from './play.ts';
import { bot, flow, saying } from './testing/acme-shop.ts';
import { answer, next, start, texts } from './testing/play-through.ts';

const asking = bot(
  flow({
    ask: {
      type: 'external-request',
      settings: { method: 'POST', url: 'https://api.example.com/pay', patience: 'days' },
      exits: { next: 'say', failed: 'sorry' },
    },
    ...saying,
  }),
);

/** Answers each try by the next status; gives the times of the tries, in milliseconds, and how it ended. */
function play(statuses: readonly number[]): { triedAt: number[]; keys: Set<string>; end: Played } {
  const triedAt: number[] = [];
  const keys = new Set<string>();
  let played = start(asking);
  for (const status of statuses) {
    const { call } = played;
    if (call === null) break;
    triedAt.push(Date.parse(played.now) + call.afterMs);
    keys.add(call.key);
    played = next(played, answer(status, null), asking);
    if (played.run.waiting?.is === 'time') played = next(played, { is: 'time' }, asking);
  }
  return { triedAt, keys, end: played };
}

test('every gap of a broken provider is within a fifth of the table, and each try has the same key', () => {
  const { triedAt, keys, end } = play(Array.from({ length: 30 }, () => 503));
  equal(triedAt.length, MOST_TRIES);
  equal(keys.size, 1);
  for (const [index, gap] of retryGaps.entries()) {
    const waited = ((triedAt[index + 1] ?? 0) - (triedAt[index] ?? 0)) / 1000;
    ok(Math.abs(waited / gap - 1) <= JITTER + 0.001, `${waited} s for ${gap} s`);
  }
  const hours = ((triedAt.at(-1) ?? 0) - (triedAt[0] ?? 0)) / 3_600_000;
  ok(hours >= 72, `${hours} hours`);
  deepEqual([end.run.status, end.run.history.at(-2)?.exit], ['done', 'failed']);
});

test('no try follows the one that succeeded', () => {
  const { triedAt, end } = play([503, 500, 429, 200, 200, 200]);
  equal(triedAt.length, 4);
  equal(end.run.status, 'done');
  equal(texts(end).length, 1);
});

test('between two tries it is at rest: the lane waits for a request under way and for nothing else', () => {
  const broken = next(start(asking), answer(503, null), asking);
  equal(broken.call, null);
  equal(broken.run.waiting?.is, 'time');
});
