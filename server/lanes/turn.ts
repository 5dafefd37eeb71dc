// One turn of the owner: reads what is next, works it off piece by piece, and commits each piece while the next is worked off.
import { isDataError } from '../database/data-error.ts';
import type { CallRunner } from './calls.ts';
import { failRows } from './fail-rows.ts';
import type { Ownership } from './ownership.ts';
import { readBusyLanes } from './read-batch.ts';
import { commitWorks, load, readBatch, workOff, type BatchRooms, type Worked } from './work-batch.ts';
import type { LaneRow, Work } from './work.ts';

/** Large enough that the beginning and end of a commit do not weigh, small enough that the first is done soon. */
const PIECE_ROWS = 64;
/** Between two pieces a workspace that comes new gets its turn: for whoever is not alone, some 2 ms. */
const PIECE_ROWS_IN_COMPANY = 16;

/** What follows a commit. */
export interface TurnRooms {
  readonly calls: CallRunner;
  /** `hasCompany` says that other processes have to be told. */
  readonly onCommitted: (works: readonly Work[], hasCompany: boolean) => void;
}

/** @returns whether there was anything to do. */
export async function turn(rooms: TurnRooms, batch: BatchRooms, ownership: Ownership): Promise<boolean> {
  const startedAt = performance.now();
  const read = await readBatch(batch);
  if (read === null) return false;
  const { unfit, left } = await workInPieces(rooms, batch, ownership, read);
  // One row spoils its piece: each is tried alone, so that it spoils only itself.
  const held = new Set(read.hold);
  for (const row of unfit.toSorted((a, b) => a.seq - b.seq))
    await workAlone(rooms, batch, ownership, { row, isBehind: held.has(row) });
  batch.size.learn(read.work.length + read.hold.length - left, performance.now() - startedAt);
  return true;
}

interface Outcome {
  /** What the database refused, and all after it: what was made of it in memory never happened. */
  readonly unfit: readonly LaneRow[];
  /** How many were left for the next turn. */
  readonly left: number;
}

async function workInPieces(
  rooms: TurnRooms,
  batch: BatchRooms,
  ownership: Ownership,
  { work, hold }: Rows,
): Promise<Outcome> {
  const loaded = await orUnfit(load(batch, work));
  if (isUnfit(loaded)) return { unfit: [...hold, ...work], left: 0 };
  let last = beginCommit(batch, { rows: hold, worked: { works: [], failed: [], hold } });
  const pieceRows = batch.reader.hasCompany() ? PIECE_ROWS_IN_COMPANY : PIECE_ROWS;
  let from = 0;
  for (; from < work.length; from += pieceRows) {
    if (from > 0 && batch.reader.hasNewcomer()) break;
    const rows = work.slice(from, from + pieceRows);
    const worked = workOff(batch, loaded, rows);
    if (isUnfit(await last.committed)) return { unfit: [...last.rows, ...work.slice(from)], left: 0 };
    const before = last;
    last = beginCommit(batch, { rows, worked });
    await follow(rooms, batch, ownership, before.worked);
  }
  const rest = work.slice(from);
  batch.reader.putBack(rest);
  if (isUnfit(await last.committed)) return { unfit: last.rows, left: rest.length };
  await follow(rooms, batch, ownership, last.worked);
  return { unfit: [], left: rest.length };
}

interface Rows {
  readonly work: readonly LaneRow[];
  readonly hold: readonly LaneRow[];
}

interface Piece {
  readonly rows: readonly LaneRow[];
  readonly worked: Worked;
}

/** Not awaited at once: the next piece is worked off meanwhile. */
function beginCommit(batch: BatchRooms, piece: Piece): Piece & { readonly committed: Promise<void | Unfit> } {
  const committed = orUnfit(commitWorks(batch, piece.worked.works, piece.worked.hold));
  // Awaited a moment later, and until then it must not count as an error that nobody hears of.
  committed.catch(() => undefined);
  return { ...piece, committed };
}

interface Unfit {
  readonly dataError: unknown;
}

function isUnfit(result: unknown): result is Unfit {
  return typeof result === 'object' && result !== null && 'dataError' in result;
}

/** Nothing but what leads up to the commit may count as unfit: what fails after it must not have the batch done again. */
async function orUnfit<Result>(doing: Promise<Result>): Promise<Result | Unfit> {
  try {
    return await doing;
  } catch (error) {
    if (!isDataError(error)) throw error;
    return { dataError: error };
  }
}

async function follow(
  rooms: TurnRooms,
  batch: BatchRooms,
  { hasCompany }: Ownership,
  { works, failed }: Worked,
): Promise<void> {
  rooms.onCommitted(works, hasCompany);
  rooms.calls.add(works);
  if (failed.length > 0) await failRows(batch, failed);
}

/** `isBehind`: older arrivals of its lane were not even read, so it has to be held. */
async function workAlone(
  rooms: TurnRooms,
  batch: BatchRooms,
  ownership: Ownership,
  { row, isBehind }: { row: LaneRow; isBehind: boolean },
): Promise<void> {
  // What the failed batch had changed in memory never happened.
  await learnAgain(batch);
  const mustHold = isBehind || (batch.state.waiting.has(row.lane) && row.arrival.kind !== 'answer');
  const worked = await orUnfit(workAndCommit(batch, mustHold ? [] : [row], mustHold ? [row] : []));
  if (!isUnfit(worked)) return follow(rooms, batch, ownership, worked);
  await failRows(batch, [{ row, error: worked.dataError }]);
  // After the row has gone: as long as an answer is there, its lane counts as waiting for it.
  await learnAgain(batch);
}

async function workAndCommit(
  batch: BatchRooms,
  rows: readonly LaneRow[],
  hold: readonly LaneRow[],
): Promise<Worked> {
  const worked = workOff(batch, await load(batch, rows), rows);
  await commitWorks(batch, worked.works, [...hold, ...worked.hold]);
  return worked;
}

async function learnAgain({ session, state, shards }: BatchRooms): Promise<void> {
  state.forgetAll();
  await learnBusyLanes(session, state, [...shards]);
}

export async function learnBusyLanes(
  session: BatchRooms['session'],
  state: BatchRooms['state'],
  shards: readonly number[],
): Promise<void> {
  const { waiting, held } = await readBusyLanes(session, shards);
  for (const lane of waiting) state.waiting.add(lane);
  for (const lane of held) state.held.add(lane);
}
