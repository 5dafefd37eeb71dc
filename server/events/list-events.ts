// The list of events, newest first: what is settled, and what still waits in a lane.
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { CheckedInputOf } from '@bellwire/model/operations/all.ts';
import type { eventOperations } from '@bellwire/model/operations/events.ts';
import type { Page } from '../database/cursor.ts';
import { pageOfRows, readCursor, writeCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';
import { smallestUuidAt, timeOfUuid } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { EventFilter, EventRow } from './event-row.ts';
import { findEvent, readSettled, readWaiting } from './event-row.ts';
import { readContactNames, viewEvent } from './event-view.ts';

const cursorKey = z.tuple([z.uuid()]);

/**
 * No index finds a text inside any item, or a rare trigger: one on each column would be paid for by every event. So one page
 * looks through at most this many events, of whatever kind. A page that ends there may be short, even empty, and its `next`
 * goes on: nothing is left out, and no request takes for ever.
 */
const WINDOW = 20_000;

export const eventListHandlers: Pick<Handlers<keyof typeof eventOperations>, 'listEvents'> = {
  async listEvents({ limit, ...asked }, context) {
    const filter = filterOf(asked);
    const { page, contacts } = await context.inWorkspace(async (tx) => {
      const page = await readLooking(tx, filter, limit);
      return { page, contacts: await readContactNames(tx, page.rows) };
    });
    const installs = await installedApps(context, { ids: page.rows.flatMap((row) => row.install_id ?? []) });
    return { ...page, rows: page.rows.map((row) => viewEvent(row, installs, contacts)) };
  },
};

type Asked = Omit<CheckedInputOf<'listEvents'>, 'limit'>;

function filterOf({ search, after, from, until, ...same }: Asked): EventFilter {
  const bounds = [
    ...(after === undefined ? [] : [readCursor(after, cursorKey)[0]]),
    ...(until === undefined ? [] : [smallestUuidAt(new Date(until))]),
  ];
  return {
    ...same,
    text: search,
    since: from === undefined ? undefined : smallestUuidAt(new Date(from)),
    before: bounds.toSorted()[0],
  };
}

interface Looked extends Page<EventRow> {
  readonly lookedBackTo: string | null;
}

async function readLooking(tx: Transaction<Tables>, filter: EventFilter, limit: number): Promise<Looked> {
  const named = await readNamed(tx, filter);
  if (named !== null) return { rows: [named], next: null, lookedBackTo: null };
  const end = isIndexed(filter) ? null : await findEvent(tx, filter, WINDOW);
  const page = await readPage(tx, end === null ? filter : { ...filter, since: end }, limit);
  if (page.next !== null || end === null) return { ...page, lookedBackTo: null };
  return { rows: page.rows, next: writeCursor([end]), lookedBackTo: timeOfUuid(end).toISOString() };
}

/** Who searches for the whole id of an event means that one, however old it is. */
async function readNamed(tx: Transaction<Tables>, { text, ...rest }: EventFilter): Promise<EventRow | null> {
  const id = z.uuid().safeParse(text);
  if (!id.success) return null;
  const { rows } = await readPage(tx, { ...rest, id: id.data }, 1);
  return rows[0] ?? null;
}

/** The primary key leads to times, and indexes of their own to the events of a contact and to every state but `done`. */
function isIndexed({ text, installId, trigger, botId, source, state }: EventFilter): boolean {
  const others = [text, installId, trigger, botId, source];
  return others.every((value) => value === undefined) && state !== 'done';
}

/** The log is read first: an event that is settled between the two readings is then met twice, and never missed. */
async function readPage(
  tx: Transaction<Tables>,
  filter: EventFilter,
  limit: number,
): Promise<Page<EventRow>> {
  const waiting = await readWaiting(tx, filter, limit + 1);
  const settled = await readSettled(tx, filter, limit + 1);
  const settledIds = new Set(settled.map((row) => row.id));
  const rows = [...settled, ...waiting.filter((row) => !settledIds.has(row.id))];
  return pageOfRows(
    rows.toSorted((one, other) => (one.id < other.id ? 1 : -1)),
    limit,
    (last) => [last.id],
  );
}
