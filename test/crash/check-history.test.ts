// Tests of the judge itself, on small made-up runs: it must find each kind of fault, and nothing in a clean one.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BookedContact, Books } from './books.ts';
import { checkHistory } from './check-history.ts';
import type { FindingKind } from './findings.ts';
import type { HistoryLine, SinkLine } from './history.ts';
import { fieldsAfter, lateSayings, runsOf, sayings, type Tick } from './tick.ts';

const plain: Tick = { n: 1, producer: 'p', calls: false, audited: false, muted: false, pause: 0 };

/** One event of each kind, all for one contact. */
const ticks: readonly Tick[] = [
  plain,
  { ...plain, n: 2, calls: true, audited: true },
  { ...plain, n: 3, muted: true, calls: true },
  { ...plain, n: 4, pause: 1.5 },
  { ...plain, n: 5, calls: true },
];

type Run = Books['runs'][number];

/** A made-up run, to be spoiled before it is judged. */
interface Story {
  history: HistoryLine[];
  sink: SinkLine[];
  events: Map<string, { contact: string; n: number; state: string }>;
  waiting: Set<string>;
  runs: Run[];
  contact: { ns: string; fields: Record<string, unknown>; said: string[] };
  /** When what comes after a pause was said, in milliseconds; all else is said at 0. */
  lateAt: number;
  orders: string[];
  failed: number;
}

const idOf = (n: number): string => `event-${n}`;

function cleanStory(): Story {
  return {
    history: ticks.flatMap((tick): HistoryLine[] => [
      { is: 'sent', key: `c/${tick.n}`, contact: 'c', tick },
      { is: 'unclear', key: `c/${tick.n}`, why: 'No answer in time.' },
      { is: 'accepted', key: `c/${tick.n}`, status: 'accepted', eventId: idOf(tick.n) },
    ]),
    sink: [
      { event: 'c/2', idempotencyKey: 'k2', from: 10, until: 20, status: 503 },
      { event: 'c/2', idempotencyKey: 'k2', from: 30, until: 40, status: 200 },
      { event: 'c/5', idempotencyKey: 'k5', from: 50, until: 60, status: 200 },
    ],
    events: new Map(
      ticks.map(({ n, muted }) => [idOf(n), { contact: 'c', n, state: muted ? 'filtered' : 'done' }]),
    ),
    waiting: new Set(),
    runs: ticks.flatMap((tick) =>
      Array.from({ length: runsOf(tick) }, () => ({
        eventId: idOf(tick.n),
        status: 'done',
        isAwaited: true,
      })),
    ),
    contact: {
      ns: 'c',
      fields: fieldsAfter(ticks),
      said: [...ticks.flatMap(sayings), ...ticks.flatMap(lateSayings)],
    },
    lateAt: 1_600,
    orders: ['c/2'],
    failed: 0,
  };
}

async function judge(spoil: (story: Story) => void = () => {}) {
  const story = cleanStory();
  spoil(story);
  const saidAt = story.contact.said.map((text) => (text.startsWith('late') ? story.lateAt : 0));
  const contacts: BookedContact[] = [{ ...story.contact, saidAt }];
  return checkHistory({ ...story, books: { ...story, contacts } });
}

/** Moves what was said to the place before something else. */
function sayBefore({ said }: Story['contact'], text: string, other: string): void {
  said.splice(said.indexOf(text), 1);
  said.splice(said.indexOf(other), 0, text);
}

test('a clean run is clean: every event counted once, unclear answers allowed', async () => {
  const { accepted, unclear, findings } = await judge();
  assert.deepEqual(findings.inWords(), []);
  assert.equal(accepted, 5);
  assert.equal(unclear, 5);
});

test('what is said late may stand at any place', async () => {
  const { findings } = await judge(({ contact }) => sayBefore(contact, 'late 4', 'done 2'));
  assert.deepEqual(findings.inWords(), []);
});

const spoiled: readonly { says: string; spoil: (story: Story) => unknown; finds: FindingKind }[] = [
  {
    says: 'an accepted event that is nowhere',
    spoil: ({ events }) => events.delete('event-1'),
    finds: 'lost',
  },
  { says: 'a message that was never said', spoil: ({ contact }) => contact.said.shift(), finds: 'lost' },
  {
    says: 'a message after a pause that was never said',
    spoil: ({ contact }) => contact.said.pop(),
    finds: 'lost',
  },
  { says: 'a run that is missing', spoil: ({ runs }) => runs.shift(), finds: 'lost' },
  {
    says: 'a run that failed',
    spoil: ({ runs }) => runs.splice(0, 1, { eventId: 'event-1', status: 'failed', isAwaited: true }),
    finds: 'lost',
  },
  {
    says: 'a waiting run that nothing will wake',
    spoil: ({ runs }) => runs.splice(0, 1, { eventId: 'event-1', status: 'waiting', isAwaited: false }),
    finds: 'lost',
  },
  {
    says: 'an event that was parked for no reason',
    spoil: ({ events }) => events.set('event-1', { contact: 'c', n: 1, state: 'parked' }),
    finds: 'lost',
  },
  {
    says: 'a filtered event that ran',
    spoil: ({ events }) => events.set('event-3', { contact: 'c', n: 3, state: 'done' }),
    finds: 'lost',
  },
  {
    says: 'a change of a field that was undone',
    spoil: ({ contact }) => (contact.fields['tally'] = 3),
    finds: 'lost',
  },
  { says: 'an arrival that was kept aside', spoil: (story) => (story.failed = 1), finds: 'lost' },
  { says: 'a message said twice', spoil: ({ contact }) => contact.said.push('done 1'), finds: 'duplicated' },
  {
    says: 'a message of no event',
    spoil: ({ contact }) => contact.said.push('done 99'),
    finds: 'duplicated',
  },
  {
    says: 'a run too many',
    spoil: ({ runs }) => runs.push({ eventId: 'event-1', status: 'done', isAwaited: true }),
    finds: 'duplicated',
  },
  {
    says: 'one key accepted as two events',
    spoil: ({ history }) =>
      history.push({ is: 'accepted', key: 'c/1', status: 'accepted', eventId: 'event-9' }),
    finds: 'duplicated',
  },
  {
    says: 'an event in the books that nobody was told of',
    spoil: ({ events }) => events.set('event-9', { contact: 'c', n: 1, state: 'done' }),
    finds: 'duplicated',
  },
  {
    says: 'a field that counted twice',
    spoil: ({ contact }) => (contact.fields['audits'] = 2),
    finds: 'duplicated',
  },
  {
    says: 'a request tried again under another key',
    spoil: ({ sink }) =>
      sink.push({ event: 'c/2', idempotencyKey: 'other', from: 41, until: 42, status: 200 }),
    finds: 'duplicated',
  },
  {
    says: 'a request of an event that should not call',
    spoil: ({ sink }) => sink.push({ event: 'c/1', idempotencyKey: 'k1', from: 1, until: 2, status: 200 }),
    finds: 'duplicated',
  },
  {
    says: 'a later event that went first',
    spoil: ({ contact }) => sayBefore(contact, 'done 4', 'done 1'),
    finds: 'reordered',
  },
  {
    says: 'a field that an older event wrote last',
    spoil: ({ contact }) => (contact.fields['last_n'] = 4),
    finds: 'reordered',
  },
  {
    says: 'an event in the middle of another',
    spoil: ({ contact }) => sayBefore(contact, 'done 4', 'done 2'),
    finds: 'overlapped',
  },
  {
    says: 'a second flow of an event that had to wait for another event',
    spoil: ({ contact }) => sayBefore(contact, 'done 4', 'audit 2'),
    finds: 'overlapped',
  },
  {
    says: 'two requests of one contact at once',
    spoil: ({ sink }) =>
      sink.splice(2, 1, { event: 'c/5', idempotencyKey: 'k5', from: 35, until: 60, status: 200 }),
    finds: 'overlapped',
  },
  { says: 'an order that is missing', spoil: ({ orders }) => orders.pop(), finds: 'lost' },
  { says: 'an order made twice', spoil: ({ orders }) => orders.push('c/2'), finds: 'duplicated' },
  { says: 'an order of nothing', spoil: ({ orders }) => orders.push('c/1'), finds: 'duplicated' },
  { says: 'a pause that was over too soon', spoil: (story) => (story.lateAt = 1_400), finds: 'early' },
  {
    says: 'an event that has not left the log',
    spoil: ({ events, waiting }) => events.delete('event-1') && waiting.add('event-1'),
    finds: 'unsettled',
  },
  {
    says: 'an event without a clear answer',
    spoil: ({ history }) => history.push({ is: 'sent', key: 'c/6', contact: 'c', tick: { ...plain, n: 6 } }),
    finds: 'unsettled',
  },
  {
    says: 'a right event that was refused',
    spoil: ({ history }) => history.push({ is: 'refused', key: 'c/1', why: '409' }),
    finds: 'refused',
  },
];

describe('the judge finds', () => {
  for (const { says, spoil, finds } of spoiled) {
    test(says, async () => {
      const { findings } = await judge(spoil);
      assert.ok(findings.count(finds) > 0, `Found was only: ${findings.inWords().join(' ')}`);
    });
  }
});

test('a message that has not been said yet is not lost while its event still waits', async () => {
  const { findings } = await judge(({ events, waiting, contact, runs, sink }) => {
    events.delete('event-5');
    waiting.add('event-5');
    runs.pop();
    sink.pop();
    contact.said = contact.said.filter((text) => !text.endsWith(' 5'));
  });
  assert.equal(findings.count('lost'), 0);
  assert.ok(findings.count('unsettled') > 0);
});
