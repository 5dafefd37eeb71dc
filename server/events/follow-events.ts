// Follows what becomes of events, from now or from where a caller left off.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { StreamInput } from '@bellwire/model/streams.ts';
import { readCursor, writeCursor } from '../database/cursor.ts';
import type { Context } from '../http/handler.ts';
import type { StreamHandler, Told } from '../http/stream.ts';
import { installedApps } from '../installs/installed-apps.ts';
import { readContactNames, viewEvent, type EventView } from './event-view.ts';
import { lookNow, readFresh, type Fresh, type Look } from './fresh-events.ts';

/** How long what happened may be unseen. */
const EVERY_MS = 1_000;
/** So often it is said how far the stream has come, where nothing happens. */
const QUIET_LOOKS = 5;
/** Of one workspace in one process: each one looks into the table every second. */
const MOST_FOLLOWERS = 20;

const snapshot = z.string().regex(/^\d{1,19}:\d{1,19}:[\d,]*$/);
const lookKey = z.tuple([
  snapshot,
  z.iso.datetime(),
  snapshot.nullable(),
  z.iso.datetime().nullable(),
  z.uuid().nullable(),
]);

const followers = new Map<string, number>();

export const followEvents: StreamHandler<'followEvents'> = async function* (input, context, leaving) {
  const { workspaceId } = context;
  const count = followers.get(workspaceId) ?? 0;
  if (count >= MOST_FOLLOWERS)
    throw new ProblemError('too-many-requests', {
      says: `${MOST_FOLLOWERS} streams of this workspace are open already. End one of them first.`,
      retryAfterSeconds: 10,
    });
  followers.set(workspaceId, count + 1);
  try {
    yield* follow(input, context, leaving);
  } finally {
    followers.set(workspaceId, (followers.get(workspaceId) ?? 1) - 1);
  }
};

async function* follow(
  { after, ...filter }: StreamInput<'followEvents'>,
  context: Context,
  leaving: AbortSignal,
): AsyncGenerator<Told<EventView>> {
  let look = after === undefined ? await context.inWorkspace(lookNow) : readLook(after);
  yield { cursor: writeLook(look) };
  for (let quiet = 0; !leaving.aborted; quiet++) {
    const fresh = await context.inWorkspace((tx) => readFresh(tx, look, filter));
    if (fresh === null) throw otherDatabase();
    for (const told of await viewFresh(context, fresh, look)) yield told;
    look = nextLook(fresh, look);
    if (fresh.rows.length > 0 || quiet >= QUIET_LOOKS) {
      yield { cursor: writeLook(look) };
      quiet = 0;
    }
    if (fresh.isWhole) await pause(EVERY_MS, undefined, { signal: leaving }).catch(() => undefined);
  }
}

async function viewFresh(
  context: Context,
  { rows, sees }: Fresh,
  { seen, at }: Look,
): Promise<Told<EventView>[]> {
  if (rows.length === 0) return [];
  const contacts = await context.inWorkspace((tx) => readContactNames(tx, rows));
  const installs = await installedApps(context, { ids: rows.flatMap((row) => row.install_id ?? []) });
  return rows.map((row) => ({
    cursor: writeLook({ seen, at, open: { sees, at: row.settled_at ?? at, id: row.id } }),
    row: viewEvent(row, installs, contacts),
  }));
}

function nextLook({ rows, sees, at, isWhole }: Fresh, before: Look): Look {
  const last = rows.at(-1);
  if (isWhole || last === undefined) return { seen: sees, at };
  return { ...before, open: { sees, at: last.settled_at ?? before.at, id: last.id } };
}

function writeLook({ seen, at, open }: Look): string {
  return writeCursor([seen, at, open?.sees ?? null, open?.at ?? null, open?.id ?? null]);
}

function readLook(after: string): Look {
  const [seen, at, sees, rowAt, id] = readCursor(after, lookKey);
  return sees === null || rowAt === null || id === null
    ? { seen, at }
    : { seen, at, open: { sees, at: rowAt, id } };
}

function otherDatabase(): ProblemError {
  const says =
    'This is the place in a stream of another database, such as one from before a backup was restored. Leave it out to begin now.';
  return new ProblemError('bad-input', { complaints: [{ path: ['after'], says }] });
}
