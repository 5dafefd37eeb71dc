// Reads the pages of one poll, as far as one turn may: what it met, and how far it came.
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { Poll } from '@bellwire/model/schedule.ts';
import { cursorAfter, firstPlace, laterOf, type Place, type PollState } from './poll-state.ts';

/** Records of one turn: more would make its commit slow for everybody. */
const MOST_RECORDS = 5_000;
/** Nothing more is asked for after this time, so that a turn ends within its lease. */
const MOST_MS = 60_000;

export interface Reading {
  /** Sends the request with these values of `{{poll.…}}`. */
  ask(poll: JsonObject): Promise<Answered>;
  /** Whether each of the records has been met before. */
  areKnown(records: readonly Json[]): Promise<boolean>;
}

export interface PagesRead {
  /** In the order of the service. */
  readonly records: readonly Json[];
  /** How far it has come, once these records have been dealt with. */
  readonly state: PollState;
  /** Why it came no further. */
  readonly failure?: Failure;
}

export interface Failure {
  readonly ok: false;
  readonly says: string;
  /** What the other side asked to wait for before another try. */
  readonly askedForMs?: number;
}

export type Answered = { readonly ok: true; readonly answer: Json } | Failure;

export async function readPages(poll: Poll, before: PollState, reading: Reading): Promise<PagesRead> {
  const began = performance.now();
  const records: Json[] = [];
  let newest = before.newest ?? null;
  const start = before.place ?? firstPlace(poll, new Date().toISOString());
  let place: Place | undefined = start;
  let failure: Failure | undefined;
  for (let pages = 0; place !== undefined && mayGoOn(poll, pages, records, began); pages++) {
    const page = await readPage(poll, place, before.cursor ?? null, reading);
    if (!page.ok) {
      failure = page;
      break;
    }
    records.push(...page.records);
    newest = newestOf(poll, newest, page);
    place = (await isAtKnown(poll, before, page.records, reading))
      ? undefined
      : placeAfter(poll, place, page);
  }
  if (place !== undefined && reachesKnown(poll, before)) return cutShort(poll, before, records, failure);
  const state = stateAfter(poll, { ...before, newest, place: start }, place);
  return { records, state, ...(failure !== undefined && { failure }) };
}

function mayGoOn({ pages }: Poll, read: number, records: readonly Json[], began: number): boolean {
  return read < (pages?.most ?? 1) && records.length < MOST_RECORDS && performance.now() - began < MOST_MS;
}

interface Page {
  readonly ok: true;
  readonly records: readonly Json[];
  readonly answer: Json;
}

async function readPage(poll: Poll, place: Place, cursor: Json, { ask }: Reading): Promise<Page | Failure> {
  const answered = await ask({ cursor, page: place.page, offset: place.offset, next: place.next });
  if (!answered.ok) return answered;
  const records = pickByPath(poll.list, answered.answer);
  if (Array.isArray(records)) return { ok: true, records, answer: answered.answer };
  return { ok: false, says: `The answer has no list at ${poll.list}. Check the path of the list.` };
}

function newestOf({ cursor }: Poll, before: Json, { records, answer }: Page): Json {
  if (cursor === undefined) return null;
  if (cursor.from === 'answer') return pickByPath(cursor.path, answer) ?? before;
  return records.reduce<Json>(
    (newest, record) => laterOf(cursor.type, newest, pickByPath(cursor.path, record) ?? null),
    before,
  );
}

function placeAfter({ pages }: Poll, { page, offset, since }: Place, read: Page): Place | undefined {
  if (pages === undefined) return undefined;
  const next = pages.next === undefined ? null : (pickByPath(pages.next, read.answer) ?? null);
  const isLast =
    pages.next === undefined ? read.records.length === 0 : next === null || next === '' || next === false;
  return isLast ? undefined : { page: page + 1, offset: offset + read.records.length, next, since };
}

/** Newest first, and nothing to say from where: what comes behind a page of known records is known too. */
function reachesKnown({ cursor, order }: Poll, { begun }: PollState): boolean {
  return begun === true && cursor === undefined && order === 'newest-first';
}

async function isAtKnown(
  poll: Poll,
  before: PollState,
  records: readonly Json[],
  reading: Reading,
): Promise<boolean> {
  return reachesKnown(poll, before) && (await reading.areKnown(records));
}

/** Such a reading begins at the front each time: what it met of a half read stretch must not pass for the whole of it. */
function cutShort(
  { pages }: Poll,
  state: PollState,
  records: readonly Json[],
  failure: Failure | undefined,
): PagesRead {
  if (failure !== undefined) return { records: [], state, failure };
  const most = pages?.most ?? 1;
  const says = `All of ${most} pages were new: older records may have been passed over. Poll more often, or read more pages.`;
  return { records, state, failure: { ok: false, says } };
}

function stateAfter({ cursor }: Poll, state: PollState, place: Place | undefined): PollState {
  if (place !== undefined) return { ...state, place };
  const { place: started, newest = null, ...rest } = state;
  const took = started === undefined ? 0 : Date.now() - Date.parse(started.since);
  return {
    ...rest,
    begun: true,
    ...(cursor !== undefined && newest !== null && { newest, cursor: cursorAfter(cursor, newest, took) }),
  };
}
