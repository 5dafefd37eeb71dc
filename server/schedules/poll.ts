// One turn of a poll: asks for records, and says which of them are new and whose they are.
import type { Json } from '@bellwire/model/json.ts';
import type { Poll } from '@bellwire/model/schedule.ts';
import { keysOf } from './record-keys.ts';
import { withKeyPath, type PollState } from './poll-state.ts';
import { readPages, type Failure, type Reading } from './read-pages.ts';

export interface NewRecord {
  readonly record: Json;
  /** All of them are remembered; the last is the one that counts from now on. */
  readonly keys: readonly string[];
  /** Whether its flow starts: of the first records, only those that are asked for. */
  readonly starts: boolean;
}

export interface Polled {
  /** None was met before; the oldest first. */
  readonly records: readonly NewRecord[];
  /** Keys that were met before, and were met again. */
  readonly metAgain: readonly string[];
  readonly state: PollState;
  readonly failure?: Failure;
  /** What was odd, though it went well. */
  readonly says?: string;
}

interface PollRooms {
  readonly ask: Reading['ask'];
  /** Which of these keys have been met before. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>;
}

export async function pollOnce(poll: Poll, state: PollState, { ask, known }: PollRooms): Promise<Polled> {
  const before = withKeyPath(state, poll.key);
  const keys = (record: Json) => keysOf(record, before.keyPaths);
  const read = await readPages(poll, before, {
    ask,
    areKnown: async (records) => {
      const all = records.map(keys);
      const met = await known(all.flat());
      return all.every((each) => each.some((key) => met.has(key)));
    },
  });
  const { order, first } = poll;
  const oldestFirst = order === 'oldest-first' ? read.records : read.records.toReversed();
  const keyed = oldestFirst
    .map((record) => ({ record, keys: keys(record) }))
    .filter((each) => each.keys.length > 0);
  const met = await known(keyed.flatMap((each) => each.keys));
  const fresh = withoutRepeats(keyed, met);
  const isLastTurn = read.state.place === undefined;
  const taken =
    before.begun === true ? fresh.length : takenAtFirst({ order, first }, state, isLastTurn, fresh.length);
  const missing = oldestFirst.length - keyed.length;
  return {
    records: fresh.map((each, place) => ({ ...each, starts: place >= fresh.length - taken })),
    metAgain: [...met],
    state: read.state,
    ...(read.failure !== undefined && { failure: read.failure }),
    ...(missing > 0 && {
      says: `${missing} records have nothing at ${poll.key}, so they cannot be told apart, and were passed over.`,
    }),
  };
}

interface Keyed {
  readonly record: Json;
  readonly keys: readonly string[];
}

/** Pages shift while they are read, so that one record may be on two of them. */
function withoutRepeats(keyed: readonly Keyed[], met: ReadonlySet<string>): Keyed[] {
  const seen = new Set(met);
  return keyed.filter(({ keys }) => {
    const isNew = !keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}

/** How many of the newest start a flow. A first reading may take several turns: the newest come in its first, or in its last. */
function takenAtFirst(
  { order, first }: Pick<Poll, 'order' | 'first'>,
  { place }: PollState,
  isLastTurn: boolean,
  count: number,
): number {
  if (first.is === 'all') return count;
  if (first.is === 'none') return 0;
  const hasNewest = order === 'newest-first' ? place === undefined : isLastTurn;
  return hasNewest ? Math.min(first.count, count) : 0;
}
