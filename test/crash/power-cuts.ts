// Cuts the power of a running system again and again: each time the disk is copied as it is, and the copy must know all that was accepted.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from './database.ts';
import type { Disk } from './disk-image.ts';
import { openFire, type Fire } from './fire.ts';
import { openLines, type HistoryLine } from './history.ts';
import type { PlantedBug } from './planted/planted-bug.ts';
import { startPostgres } from './postgres.ts';
import { startProducers } from './producers.ts';
import { startRig, type Rig } from './rig.ts';
import { seededRandom } from './seeded-random.ts';
import { openShop } from './shop.ts';
import { openSink } from './sink.ts';

export interface Cuts {
  readonly cuts: number;
  /** Of all cuts together: an event counts at each cut that comes after it. */
  readonly accepted: number;
  readonly lost: number;
}

interface CutOptions {
  readonly cuts: number;
  readonly seed: number;
  readonly fsync: boolean;
  readonly say: (line: string) => void;
}

const root = join(import.meta.dirname, '..', '..');
const RATE = 600;
const CONTACTS = 600;

/** The server refuses such a database, and has to be talked into it. */
const takesUnsafeDatabase: PlantedBug = {
  name: 'takes-unsafe-database',
  says: 'The server works on a database without fsync.',
  faults: [],
  edits: [
    {
      file: 'server/database/check-server.ts',
      find: 'if (!unsafeForTests) refusals.push(...losesData(facts));',
      replace: '',
    },
  ],
};

export async function cutPower(disk: Disk, options: CutOptions): Promise<Cuts> {
  const { seed, fsync } = options;
  const random = seededRandom(seed);
  const sinkLog = openLines<never>('/dev/null');
  const sink = await openSink(seed, sinkLog);
  const bug = fsync ? undefined : takesUnsafeDatabase;
  const rig = await startRig({ folder: disk.folder, root, bug, sinkPort: sink.port, random, fsync });
  try {
    const { apiUrl, sinkUrl, database } = rig;
    const shop = await openShop({ apiUrl, sinkUrl, database, contacts: CONTACTS });
    const { fire, close } = openFire(apiUrl, shop.installKey);
    const accepted = new Set<string>();
    const history = openLines<HistoryLine>('/dev/null');
    const producers = startProducers({
      contacts: shop.contacts,
      fire: noting(fire, accepted),
      history,
      random: random.fork('producers'),
      rate: RATE,
      mostEvents: () => Number.POSITIVE_INFINITY,
    });
    const sums = { cuts: 0, accepted: 0, lost: 0 };
    while (sums.cuts < options.cuts) {
      await sleep(random.between(300, 2_000));
      const { known, lost } = await cutOnce(disk, rig, accepted);
      sums.cuts += 1;
      sums.accepted += known;
      sums.lost += lost;
      options.say(`cut ${sums.cuts}: ${lost} of ${known} accepted events lost`);
    }
    await producers.stop(5_000);
    close();
    await history.close();
    return sums;
  } finally {
    sink.close();
    await rig.stop();
    await sinkLog.close();
  }
}

function noting(fire: Fire, accepted: Set<string>): Fire {
  return async (events) => {
    const answers = await fire(events);
    for (const answer of answers) if (answer.is === 'accepted') accepted.add(answer.eventId);
    return answers;
  };
}

/** All stands still while the disk is copied: what is then on it has to hold all that was answered before. */
async function cutOnce(
  disk: Disk,
  { postgres }: Rig,
  accepted: ReadonlySet<string>,
): Promise<{ known: number; lost: number }> {
  postgres.freeze();
  const known = [...accepted];
  const left = await disk.copy(`${disk.folder}-cut`).finally(() => postgres.thaw());
  try {
    const found = await readFound(left.folder);
    return { known: known.length, lost: known.filter((id) => !found.has(id)).length };
  } finally {
    await left.remove();
  }
}

/** Where PostgreSQL does not even start on what is left, nothing is found. */
async function readFound(folder: string): Promise<ReadonlySet<string>> {
  try {
    const postgres = await startPostgres({ dataDir: join(folder, 'database'), logFile: '/dev/null' });
    const { pool, end } = openDatabase(postgres.url);
    try {
      const { rows } = await pool.query<{ id: string }>(
        'select id from event union select id from lane_log union select id from lane_held',
      );
      return new Set(rows.map(({ id }) => id));
    } finally {
      await end();
      await postgres.stop();
    }
  } catch {
    return new Set();
  }
}
