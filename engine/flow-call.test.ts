// Plays flows that run other flows: what is handed over, what comes back, and that a flow that runs itself is stopped.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema, type AppInput } from '@bellwire/model/app.ts';
import { MOST_FLOWS_DEEP } from '@bellwire/model/run.ts';
import type { Played } from './play.ts';
import { startPlay } from './play.ts';
import { sampleContact } from './sample-contact.ts';
import { INSTALL, shop } from './testing/acme-shop.ts';
import { NOW } from './testing/play-through.ts';

type Flows = NonNullable<AppInput['flows']>;

function play(flows: Flows, values = {}): Played {
  const app = appSchema.parse({
    format: 'bellwire.app/1',
    name: 'pay',
    label: 'Pay',
    fields: [
      { name: 'points', label: 'Points', type: 'number' },
      { name: 'rank', label: 'Rank', type: 'text' },
    ],
    flows,
  });
  const installs = shop.installs.map((install) => ({ ...install, app }));
  const begins = { is: 'app', installId: INSTALL, flow: 'main', values } as const;
  return startPlay({ ...shop, installs, begins }, sampleContact, NOW);
}

const set = (id: string, field: string, value: string, exits = {}) => ({
  id,
  type: 'set-field',
  settings: { changes: [{ field, value }] },
  exits,
});

const call = (settings: object, exits: Record<string, string>) => ({
  id: 'call',
  type: 'run-flow',
  settings: JSON.parse(JSON.stringify(settings)),
  exits,
});

const judge: Flows[number] = {
  name: 'judge',
  label: 'Judge',
  kind: 'function',
  start: 'count',
  steps: [
    set('count', 'app.points', '{{input.total}}', { next: 'which' }),
    {
      id: 'which',
      type: 'condition',
      settings: {
        branches: [
          {
            condition: { match: 'all', clauses: [{ field: 'input.total', operator: 'greater', value: 10 }] },
          },
        ],
      },
      exits: { 'branch-1': 'much', otherwise: 'little' },
    },
    {
      id: 'much',
      type: 'output',
      settings: { name: 'much', values: [{ name: 'says', value: 'gold {{app.points}}' }] },
      exits: {},
    },
    { id: 'little', type: 'output', settings: { name: 'little' }, exits: {} },
  ],
};

const asks = (total: number): Flows => [
  {
    name: 'main',
    label: 'Main',
    start: 'call',
    steps: [
      call(
        {
          flow: 'judge',
          inputs: [{ name: 'total', value: total }],
          ways: [{ output: 'much' }],
          values: [{ name: 'says', field: 'app.rank' }],
        },
        { 'output-much': 'rich' },
      ),
      { id: 'rich', type: 'end', settings: {}, exits: {} },
    ],
  },
  judge,
];

test('a function comes back by its output, with its values, and leaves the fields of its caller alone', () => {
  const { run } = play(asks(50), { points: 1 });
  equal(run.status, 'done');
  deepEqual(run.frames[0]?.values, { points: 1, rank: 'gold 50' });
  deepEqual(
    run.history.map(({ step, depth }) => `${depth} ${step}`),
    ['0 call', '1 count', '1 which', '1 much', '0 call', '0 rich'],
  );
});

test('an output without a way of its own goes on by "Then", and empties the fields it says nothing for', () => {
  const { run } = play(asks(5), { rank: 'old' });
  deepEqual(run.frames[0]?.values, { rank: null });
  match(run.history.at(-1)?.says ?? '', /came back by "little"/);
});

test('a flow that is no function works on the fields of the run', () => {
  const { run } = play([
    { name: 'main', label: 'Main', start: 'call', steps: [call({ flow: 'load' }, {})] },
    { name: 'load', label: 'Load', start: 'a', steps: [set('a', 'app.rank', 'new')] },
  ]);
  deepEqual(run.frames[0]?.values, { rank: 'new' });
});

test('a flow that fails has its caller go out by "failed"', () => {
  const { run } = play([
    {
      name: 'main',
      label: 'Main',
      start: 'call',
      steps: [call({ flow: 'load' }, { failed: 'saved' }), set('saved', 'app.rank', 'saved')],
    },
    {
      name: 'load',
      label: 'Load',
      start: 'a',
      steps: [{ id: 'a', type: 'end', settings: { result: 'failed', why: 'No luck.' }, exits: {} }],
    },
  ]);
  equal(run.status, 'done');
  deepEqual(run.frames[0]?.values, { rank: 'saved' });
});

test('a flow that runs itself is stopped with words', () => {
  const { run } = play([{ name: 'main', label: 'Main', start: 'call', steps: [call({ flow: 'main' }, {})] }]);
  equal(run.status, 'failed');
  match(run.history.at(-1)?.says ?? '', new RegExp(`${MOST_FLOWS_DEEP} deep`));
});

test('a flow that is not there has its caller go out by "failed"', () => {
  const { run } = play([{ name: 'main', label: 'Main', start: 'call', steps: [call({ flow: 'gone' }, {})] }]);
  equal(run.status, 'failed');
  match(run.history.at(-1)?.says ?? '', /no longer there/);
});
