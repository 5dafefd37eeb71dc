// Plays whole small flows from event to event, each time with the run read back from its JSON, as the server does.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { Json } from '@bellwire/model/json.ts';
import { advance } from './advance.ts';
import { playOn, type Played } from './play.ts';
import { playWorld, type PlayDefinitions } from './play-world.ts';
import { bot, flow, pause, pay, saying, shop, type StepInput } from './testing/acme-shop.ts';
import { answer, next, NOW, record, start, texts, toCall } from './testing/play-through.ts';

describe('from a question to a payment link', () => {
  test('asks, decides, waits, runs the action of an app and says what it gave back', () => {
    const begun = start(shop);
    deepEqual(texts(begun), ['How much?']);
    equal(begun.contact.askingRunId, begun.run.id);

    const waiting = next(begun, { is: 'said', text: '12,5' });
    equal(waiting.run.waiting?.is, 'time');
    equal(waiting.contact.askingRunId, null);

    const calling = next(waiting, { is: 'time' });
    equal(calling.now, '2026-03-01T14:00:00.000Z');
    equal(calling.call?.body, '{"sum":12.5}');
    equal(calling.run.frames.length, 2);

    const done = next(calling, answer(200, { url: 'https://pay.example/7' }));
    equal(done.run.status, 'done');
    deepEqual(texts(done), ['How much?', '12,5', 'Pay here: https://pay.example/7']);
    deepEqual(done.contact.fields, { amount: 12.5, link: 'https://pay.example/7' });
    deepEqual(
      done.run.history.map(({ step, exit, is }) => `${step} ${exit ?? is}`),
      [
        'ask ask',
        'ask next',
        'check branch-1',
        'pause wait',
        'pause next',
        'pay enter',
        'note next',
        'request call',
        'request next',
        'pay next',
        'say next',
      ],
    );
  });

  test('a busy provider is asked again, later each time, with the same key and the same words', () => {
    const first = toCall();
    const second = next(first, answer(503, null));
    const third = next(second, answer(429, null));
    const calls = [first.call, second.call, third.call];
    equal(new Set(calls.map((call) => JSON.stringify({ ...call, afterMs: 0 }))).size, 1);
    const [none = -1, short = -1, long = -1] = calls.map((call) => call?.afterMs);
    ok(
      none === 0 && short >= 1000 && short < 2000 && long >= 2000 && long < 4000,
      `${none}, ${short}, ${long}`,
    );
    equal(next(third, answer(200, { url: 'u' })).run.status, 'done');
  });

  test('an action whose failure nobody takes care of leaves its caller by "failed"', () => {
    const failed = next(toCall(), answer(400, null));
    deepEqual(texts(failed).at(-1), 'Sorry');
    equal(failed.run.status, 'done');
    match(record(failed, 'pay', 'failed').says ?? '', /POST https:\/\/pay.example\/links: 400/);
    equal(failed.contact.fields.link, undefined);
  });

  test('an action that is not there leaves by "failed" too', () => {
    const gone = { ...shop, installs: [] };
    const failed = next(next(start(gone), { is: 'said', text: '5' }, gone), { is: 'time' }, gone);
    equal(texts(failed).at(-1), 'Sorry');
    match(record(failed, 'pay', 'failed').says ?? '', /no longer installed/);
  });

  test('a required input that is empty is said, and the app never begins', () => {
    const failed = next(start(withAmount(null)), { is: 'time' }, withAmount(null));
    match(record(failed, 'pay', 'failed').says ?? '', /needs "Amount", which is empty/);
  });

  test('an answer that does not fit is asked for again, and no answer ends the flow', () => {
    const again = next(start(shop), { is: 'said', text: 'much' });
    deepEqual(texts(again), ['How much?', 'much', 'Please answer with a number, such as 12.5.']);
    equal(again.contact.askingRunId, again.run.id);
    equal(next(again, { is: 'time' }).run.history.at(-1)?.exit, 'timeout');
  });
});

describe('an event', () => {
  test('for a turn that is over moves nothing', () => {
    const begun = start(shop);
    const { run, contact } = next(begun, { is: 'said', text: '5' });
    const late = advance(
      run,
      contact,
      { is: 'resume', turn: begun.run.turn, resume: { is: 'message', text: '6' } },
      playWorld(shop, NOW),
    );
    equal(late.moved, false);
    deepEqual([late.run, late.contact, late.effects], [run, contact, []]);
  });

  test('of a kind that the run does not wait for moves nothing', () => {
    const { run, contact } = start(shop);
    const resume = {
      is: 'answer',
      answer: { is: 'answer', status: 200, headers: {}, body: null, ms: 1 },
      state: {},
    } as const;
    equal(advance(run, contact, { is: 'resume', turn: run.turn, resume }, playWorld(shop, NOW)).moved, false);
  });

  test('played again gives the same run, ids and picks; another seed gives others', () => {
    const first = next(start(withOrder('one')), { is: 'time' }, withOrder('one'));
    deepEqual(next(start(withOrder('one')), { is: 'time' }, withOrder('one')), first);
    const other = next(start(withOrder('two')), { is: 'time' }, withOrder('two'));
    equal(first.contact.order?.total, 1999);
    equal(first.contact.order?.number === other.contact.order?.number, false);
  });
});

describe('a run', () => {
  test('that goes round without a pause is stopped, and says where to look', () => {
    const round = play(
      flow({ a: { type: 'go-to', settings: { step: 'b' } }, b: { type: 'go-to', settings: { step: 'a' } } }),
    );
    equal(round.run.status, 'failed');
    equal(round.run.steps, 200);
    match(round.run.history.at(-1)?.says ?? '', /200 steps without a pause.*Go to/);
  });

  test('that goes round with pauses is stopped as well', () => {
    const graph = flow({ a: { type: 'wait', settings: { amount: 1, unit: 'days' }, exits: { next: 'a' } } });
    const definitions = bot(graph);
    let played = start(definitions);
    for (let count = 0; played.run.status === 'waiting' && count < 2000; count++)
      played = playOn(definitions, played, { is: 'time' });
    equal(played.run.status, 'failed');
    equal(played.run.steps, 1000);
  });

  test('with nothing in its flow is done at once', () => {
    equal(play({ start: null, steps: [] }).run.status, 'done');
  });

  test('that is led to a step which is not there fails with words', () => {
    match(
      play(flow({ a: { type: 'go-to', settings: { step: 'gone' } } })).run.history.at(-1)?.says ?? '',
      /no step "gone"/,
    );
  });

  test('with a step of the wrong side, or of no known type, fails with words', () => {
    match(
      play(flow({ a: { type: 'fire-trigger', settings: {} } })).run.history[0]?.says ?? '',
      /cannot be used in the flow of a bot/,
    );
    match(
      play(flow({ a: { type: 'dance', settings: {} } })).run.history[0]?.says ?? '',
      /no step type "dance"/,
    );
  });

  test('writes only fields that are there and values that fit, and says what it left', () => {
    const changes = [
      { field: 'user.amount', value: 'much' },
      { field: 'user.nothing', value: 1 },
      { field: 'app.sum', value: 1 },
      { field: 'user.link', value: '{{user.nope}}' },
    ];
    const { run, contact } = play(flow({ a: { type: 'set-field', settings: { changes } } }));
    deepEqual(contact.fields, { link: null });
    equal(
      run.history[0]?.says,
      '"user.nope" has no value. user.amount was left as it was: the value must be a number like 12.5, but is "much". ' +
        'user.nothing was not set: there is no such field. "app.sum" was not set: here only user fields (user.…) can be.',
    );
  });

  test('sees its order at once, and pays it once', () => {
    const paid = { type: 'order', settings: { do: 'set-status', status: 'paid' } };
    const { contact, run, effects } = play(
      flow({
        a: { type: 'order', settings: { items: [{ name: 'Mug', unitPrice: 5 }] }, exits: { next: 'b' } },
        b: { ...paid, exits: { next: 'c' } },
        c: { ...paid, exits: { unchanged: 'd' } },
        d: { type: 'send-message', settings: { text: '{{order.number}} is {{order.status}}' } },
      }),
    );
    equal(contact.order?.status, 'paid');
    equal(effects.filter(({ is }) => is === 'order').length, 2);
    equal(run.status, 'done');
    deepEqual(effects.at(-1), {
      is: 'say',
      content: { is: 'text', text: `${contact.order?.number} is paid` },
    });
  });

  test('goes on at the exit that a pressed button names', () => {
    const definitions = bot(
      flow({
        a: {
          type: 'send-message',
          settings: { text: 'Sure?', buttons: [{ label: 'Yes' }] },
          exits: { 'button-1': 'b' },
        },
        b: { type: 'send-message', settings: { text: 'Done' } },
      }),
    );
    const begun = start(definitions);
    const content = begun.said[0]?.content;
    const button = content?.is === 'text' ? content.buttons?.[0] : undefined;
    const payload = button?.is === 'reply' ? button.payload : '';
    deepEqual(texts(next(begun, { is: 'pressed', label: 'Yes', payload }, definitions)), [
      'Sure?',
      'Yes',
      'Done',
    ]);
  });
});

function withAmount(amount: Json): PlayDefinitions {
  const set: StepInput = {
    type: 'set-field',
    settings: { changes: [{ field: 'user.amount', value: amount }] },
    exits: { next: 'pause' },
  };
  return bot(flow({ set, pause, pay, ...saying }));
}

function withOrder(seed: string): PlayDefinitions {
  const order = {
    type: 'order',
    settings: { items: [{ name: 'Mug', unitPrice: '19.99' }] },
    exits: { next: 'pause' },
  };
  return { ...bot(flow({ order, pause: { ...pause, exits: {} } })), seed };
}

function play(graph: FlowGraph): Played {
  return start(bot(graph));
}
