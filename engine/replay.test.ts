// Walking a run again: what it had done is skipped, by step and visit, and what failed is done.
import { deepEqual, equal } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Run } from '@bellwire/model/run.ts';
import { advance, type Advanced } from './advance.ts';
import { ledgerOf } from './ledger.ts';
import type { Played } from './play.ts';
import { playWorld } from './play-world.ts';
import { replayOf, type ReplayChoice } from './replay.ts';
import { stepTypeMap } from './steps/step-types.ts';
import { bot, flow, saying, shop } from './testing/acme-shop.ts';
import { answer, next, NOW, start, toCall } from './testing/play-through.ts';

const skipping: ReplayChoice = { effects: 'skip', again: [], from: 'start' };

/** Walks a play's run again, for the contact that it left. */
function again({ run, contact }: Played, choice: Partial<ReplayChoice> = {}, definitions = shop): Advanced {
  const [frame] = run.frames;
  if (frame === undefined) throw new TypeError('A run keeps its first frame.');
  const fresh: Run = {
    ...run,
    id: `${run.id.slice(0, -4)}ffff`,
    frames: [{ ...frame, at: definitions.begins.is === 'bot' ? definitions.begins.graph.start : null }],
    status: 'waiting',
    waiting: null,
    turn: 0,
    steps: 0,
    endedAt: null,
    history: [],
    replay: replayOf(run, stepTypeMap, { ...skipping, ...choice }),
  };
  return advance(fresh, contact, { is: 'start' }, playWorld(definitions, NOW));
}

function told({ run }: Advanced): string[] {
  return run.history.map(
    ({ step, exit, is, skipped }) => `${step} ${exit ?? is}${skipped === true ? ' (skipped)' : ''}`,
  );
}

const paid = () => next(toCall(), answer(200, { url: 'https://pay.example/7' }));
const refused = () => next(toCall(), answer(400, null));

describe('the ledger', () => {
  test('names each visit by its way from the first flow, and says what lasts of it', () => {
    const visits = ledgerOf(paid().run.history, stepTypeMap);
    deepEqual(
      visits.map(({ key, lasts, isDone }) => [key, lasts.join(), isDone]),
      [
        ['ask#1', 'say,fields', true],
        ['check#1', '', false],
        ['pause#1', '', true],
        ['pay#1', 'fields', true],
        ['pay#1/note#1', '', false],
        ['pay#1/request#1', 'call', true],
        ['say#1', 'say', true],
      ],
    );
  });

  test('a request that was answered by an error is not done', () => {
    const visits = ledgerOf(refused().run.history, stepTypeMap);
    const request = visits.find(({ key }) => key === 'pay#1/request#1');
    deepEqual([request?.isDone, request?.hasFailed], [false, true]);
  });

  test('a step that had nothing to say has said nothing', () => {
    const silent = bot(flow({ say: { type: 'send-message', settings: { text: '{{user.link}}' } } }));
    deepEqual(ledgerOf(start(silent).run.history, stepTypeMap)[0]?.lasts, []);
  });

  test('a step that is come to again is another visit', () => {
    const round = bot(
      flow({
        say: { ...saying.sorry, exits: { next: 'back' } },
        back: { type: 'condition', settings: { branches: [] }, exits: { otherwise: 'end' } },
        end: { ...saying.sorry },
      }),
    );
    const { history } = start(round).run;
    const twice = [...history, ...history].filter(({ step }) => step !== 'end');
    deepEqual(
      ledgerOf(twice, stepTypeMap).map(({ key }) => key),
      ['say#1', 'back#1', 'say#2', 'back#2'],
    );
  });
});

describe('a replay', () => {
  test('of a run that went through does nothing again', () => {
    const replayed = again(paid());
    deepEqual(told(replayed), [
      'ask next (skipped)',
      'check branch-1',
      'pause next (skipped)',
      'pay next (skipped)',
      'say next (skipped)',
    ]);
    deepEqual([replayed.effects, replayed.call, replayed.run.status], [[], null, 'done']);
  });

  test('of a run whose request failed makes the request, and nothing that was done before it', () => {
    const replayed = again(refused());
    deepEqual(told(replayed), [
      'ask next (skipped)',
      'check branch-1',
      'pause next (skipped)',
      'pay enter',
      'note next',
      'request call',
    ]);
    deepEqual(replayed.effects, []);
    equal(replayed.call?.body, '{"sum":5}');
  });

  test('from the failed step goes the way of then, whatever the conditions would say today', () => {
    const failed = refused();
    const changed = { ...failed, contact: { ...failed.contact, fields: { amount: 0 } } };
    deepEqual(told(again(changed)), ['ask next (skipped)', 'check otherwise']);
    deepEqual(told(again(changed, { from: 'failed' })).slice(0, 4), [
      'ask next (skipped)',
      'check branch-1',
      'pause next (skipped)',
      'pay enter',
    ]);
  });

  test('does what is chosen again, and everything where everything is asked for', () => {
    const chosen = again(paid(), { again: ['say#1'] });
    deepEqual(
      chosen.effects.map(({ is }) => is),
      ['say'],
    );
    const inside = again(paid(), { again: ['pay#1/request#1'] });
    equal(told(inside).at(-1), 'request call');
    deepEqual(told(again(paid(), { effects: 'again' })), ['ask ask']);
  });

  test('of a replay knows what had been done before both', () => {
    const once = again(paid());
    const played = { ...paid(), run: once.run };
    const twice = again(played);
    deepEqual([twice.effects, twice.call, twice.run.status], [[], null, 'done']);
  });

  test('takes a step that has become one of another type for a new one', () => {
    const said = start(bot(flow({ say: saying.sorry })));
    const corrected = bot(flow({ say: { type: 'wait', settings: { amount: 1, unit: 'hours' } } }));
    deepEqual(told(again(said, {}, corrected)), ['say wait']);
  });
});
