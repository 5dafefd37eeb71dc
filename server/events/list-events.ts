// The list of events, newest first: what is settled, and what still waits in a lane.
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { eventOperations } from '@bellwire/model/operations/events.ts';
import type { Page } from '../database/cursor.ts';
import { pageOfRows, readCursor, writeCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { EventFilter, EventRow } from './event-row.ts';
import { findEvent, readSettled, readWaiting } from './event-row.ts';
import { readContactNames, viewEvent } from './event-view.ts';

const cursorKey = z.tuple([z.uuid()]);

/**
 * No index finds a text inside any item, so one page of a search looks through at most this many events. A page that ends there
 * may be short, even empty, and its `next` goes on with the search: nothing is left out, and no request takes for ever.
 */
const SEARCH_WINDOW = 20_000;

export const eventListHandlers: Pick<Handlers<keyof typeof eventOperations>, 'listEvents'> = {
  async listEvents({ state, installId, contactId, search, limit, after }, context) {
    const before = after === undefined ? undefined : readCursor(after, cursorKey)[0];
    const filter: EventFilter = { state, installId, contactId, text: search, before };
    const { page, contacts } = await context.inWorkspace(async (tx) => {
      const page =
        search === undefined ? await readPage(tx, filter, limit) : await searchPage(tx, filter, limit);
      return { page, contacts: await readContactNames(tx, page.rows) };
    });
    const installs = await installedApps(context, { ids: page.rows.flatMap((row) => row.install_id ?? []) });
    return { rows: page.rows.map((row) => viewEvent(row, installs, contacts)), next: page.next };
  },
};

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

async function searchPage(
  tx: Transaction<Tables>,
  filter: EventFilter,
  limit: number,
): Promise<Page<EventRow>> {
  const end = await findEvent(tx, filter, SEARCH_WINDOW);
  const page = await readPage(tx, end === null ? filter : { ...filter, since: end }, limit);
  return page.next === null && end !== null ? { rows: page.rows, next: writeCursor([end]) } : page;
}
