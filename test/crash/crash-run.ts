// One fault run from beginning to end: the system is set up, fed and struck, comes to rest, and is judged.
import { join } from 'node:path';
import { readBooks, countOpen } from './books.ts';
import { checkHistory, type Verdict } from './check-history.ts';
import { openFire, type Fire } from './fire.ts';
import { openLines, readLines, type HistoryLine, type LineFile, type SinkLine } from './history.ts';
import { makeDisk, type Disk } from './disk-image.ts';
import { chooseFaults } from './faults/faults.ts';
import { goalOf } from './goal.ts';
import { startNemesis, type Nemesis } from './nemesis.ts';
import type { Options } from './options.ts';
import type { PlantedBug } from './planted/planted-bug.ts';
import { startProducers, type Producers } from './producers.ts';
import { describeMachine, reportOf, type Report } from './report.ts';
import { startRig, untilReady, type Rig } from './rig.ts';
import { seededRandom } from './seeded-random.ts';
import { settle } from './settle.ts';
import { openShop, type Shop } from './shop.ts';
import { openSink } from './sink.ts';
import { watchTakeovers, type TakeoverWatch } from './takeover-watch.ts';

/** Most of it is never written. */
const DISK_BYTES = 8 * 2 ** 30;
const PROGRESS_EVERY_MS = 5_000;
const SETTLE_MS = 90_000;
/** A planted bug may well keep it from coming to rest: the judge need not wait so long for that. */
const SETTLE_PLANTED_MS = 45_000;

export interface CrashRun {
  readonly report: Report;
  readonly verdict: Verdict;
}

interface Place {
  /** Gets the history, the logs and the database. */
  readonly folder: string;
  /** Of the project whose server is run. */
  readonly root: string;
  readonly bug: PlantedBug | undefined;
  /** Hears of the progress. */
  readonly say: (line: string) => void;
}

export async function crashRun(options: Options, { folder, root, bug, say }: Place): Promise<CrashRun> {
  const files = { history: join(folder, 'history.jsonl'), sink: join(folder, 'sink.jsonl') };
  const sinkLog = openLines<SinkLine>(files.sink);
  const sink = await openSink(options.seed, sinkLog);
  const random = seededRandom(options.seed);
  const disk = await ownDisk(folder, say);
  const rig = await startRig({ folder, root, bug, sinkPort: sink.port, random, disk });
  try {
    const machine = await describeMachine(rig.database);
    const facts = await strikeAndSettle(options, { rig, historyFile: files.history, say });
    await sinkLog.close();
    const books = await readBooks(rig.database);
    const verdict = await checkHistory({
      history: readLines<HistoryLine>(files.history),
      sink: readLines<SinkLine>(files.sink),
      books,
    });
    return { verdict, report: reportOf({ ...options, ...facts, machine, verdict }) };
  } finally {
    sink.close();
    await rig.stop();
    await disk?.remove();
  }
}

/** Where the machine gives none, the faults that need one are left out. */
async function ownDisk(folder: string, say: (line: string) => void): Promise<Disk | undefined> {
  try {
    return await makeDisk(join(folder, 'disk'), DISK_BYTES);
  } catch {
    say('Left out: the full disk. It takes root, loop devices and ext4.');
    return undefined;
  }
}

interface Scene {
  readonly rig: Rig;
  readonly historyFile: string;
  readonly say: (line: string) => void;
}

async function strikeAndSettle(options: Options, { rig, historyFile, say }: Scene) {
  const { apiUrl, sinkUrl, database } = rig;
  const shop = await openShop({ apiUrl, sinkUrl, database, contacts: options.contacts });
  const history = openLines<HistoryLine>(historyFile);
  const { fire, close } = openFire(apiUrl, shop.installKey);
  const takeovers = watchTakeovers(database);
  const startedAt = Date.now();
  const { producers, nemesis } = startFight(options, { rig, shop, history, fire, takeovers });
  const stopProgress = tellProgress({ database, startedAt, say }, () => ({
    ...producers.told,
    faults: nemesis.strikes.total,
    last: nemesis.strikes.last,
  }));
  try {
    await nemesis.ended;
    const quietAt = Date.now();
    const patience = options.plant === undefined ? SETTLE_MS : SETTLE_PLANTED_MS;
    await producers.stop(patience);
    await untilReady(apiUrl);
    const rested = await settle(database, Math.max(1_000, quietAt + patience - Date.now()));
    const settledMs = rested === null ? null : Date.now() - quietAt;
    const minutes = (quietAt - startedAt) / 60_000;
    return { minutes, strikes: nemesis.strikes, passed: rig.passed, takeovers: takeovers.times, settledMs };
  } finally {
    stopProgress();
    close();
    await takeovers.stop();
    await history.close();
  }
}

interface Fight {
  readonly rig: Rig;
  readonly shop: Shop;
  readonly history: LineFile<HistoryLine>;
  readonly fire: Fire;
  readonly takeovers: TakeoverWatch;
}

/** Producers and nemesis side by side, until the goal of the run is reached. */
function startFight(
  { seed, rate, only, ...amounts }: Options,
  { rig, shop, history, fire, takeovers }: Fight,
): { producers: Producers; nemesis: Nemesis } {
  const random = seededRandom(seed);
  const goal = goalOf(amounts);
  const producers = startProducers({
    contacts: shop.contacts,
    fire,
    history,
    random: random.fork('producers'),
    rate,
    mostEvents: () => goal.mostEvents(nemesis.strikes.total),
  });
  const nemesis = startNemesis({
    rig,
    random: random.fork('nemesis'),
    history,
    from: chooseFaults(only).filter(({ isPossible }) => isPossible?.(rig) ?? true),
    accepted: () => producers.told.accepted,
    onHit: ({ name }) => takeovers.begin(name),
    isOver: (faults) => goal.isReached({ sent: producers.told.sent, faults }),
  });
  return { producers, nemesis };
}

interface Progress {
  readonly accepted: number;
  readonly unclear: number;
  readonly faults: number;
  readonly last: string;
}

interface Telling {
  readonly database: Rig['database'];
  readonly startedAt: number;
  readonly say: (line: string) => void;
}

/** A line every few seconds, so that whoever waits sees that something happens, and what. */
function tellProgress({ database, startedAt, say }: Telling, now: () => Progress): () => void {
  const timer = setInterval(() => {
    const { accepted, unclear, faults, last } = now();
    const about = `${clock(Date.now() - startedAt)}  ${accepted} accepted, ${unclear} unclear, ${faults} faults (last: ${last})`;
    void countOpen(database).then(
      ({ log, held, calls, timers }) =>
        say(`${about}; open: ${log} in the log, ${held} held, ${calls} calls, ${timers} timers`),
      () => say(`${about}; the database is down`),
    );
  }, PROGRESS_EVERY_MS);
  return () => clearInterval(timer);
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
