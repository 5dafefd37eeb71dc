// One fault run from beginning to end: the system is set up, fed and struck, comes to rest, and is judged.
import { join } from 'node:path';
import { readBooks, countOpen } from './books.ts';
import { checkHistory, type Verdict } from './check-history.ts';
import { openFire } from './fire.ts';
import { openLines, readLines, type HistoryLine, type SinkLine } from './history.ts';
import { startNemesis } from './nemesis.ts';
import type { Options } from './options.ts';
import { startProducers } from './producers.ts';
import { describeMachine, reportOf, type Report } from './report.ts';
import { startRig, untilReady, type Rig } from './rig.ts';
import { seededRandom } from './seeded-random.ts';
import { settle } from './settle.ts';
import { openShop } from './shop.ts';
import { openSink } from './sink.ts';
import { watchTakeovers } from './takeover-watch.ts';

const PROGRESS_EVERY_MS = 5_000;
const SETTLE_MS = 90_000;
/** A planted bug may well keep it from coming to rest: the judge need not wait so long for that. */
const SETTLE_PLANTED_MS = 25_000;

export interface CrashRun {
  readonly report: Report;
  readonly verdict: Verdict;
}

/** `folder` gets its history, its logs and its database; `sources` is the root of the server to run; `say` hears of the progress. */
export async function crashRun(
  options: Options,
  { folder, sources, say }: { folder: string; sources: string; say: (line: string) => void },
): Promise<CrashRun> {
  const files = { history: join(folder, 'history.jsonl'), sink: join(folder, 'sink.jsonl') };
  const sinkLog = openLines<SinkLine>(files.sink);
  const sink = await openSink(options.seed, sinkLog);
  const random = seededRandom(options.seed);
  const rig = await startRig({ folder, sources, sinkPort: sink.port, random });
  try {
    const machine = await describeMachine(rig.database);
    const facts = await strikeAndSettle(options, { rig, sinkUrl: sink.url, historyFile: files.history, say });
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
  }
}

interface Scene {
  readonly rig: Rig;
  readonly sinkUrl: string;
  readonly historyFile: string;
  readonly say: (line: string) => void;
}

async function strikeAndSettle(
  { seed, minutes, rate, contacts, plant }: Options,
  { rig, sinkUrl, historyFile, say }: Scene,
) {
  const { apiUrl, database } = rig;
  const random = seededRandom(seed);
  const shop = await openShop({ apiUrl, sinkUrl, database, contacts });
  const history = openLines<HistoryLine>(historyFile);
  const { fire, close } = openFire(apiUrl, shop.installKey);
  const takeovers = watchTakeovers(database);
  const startedAt = Date.now();
  const until = startedAt + minutes * 60_000;
  const feed = { contacts: shop.contacts, fire, history, random: random.fork('producers'), rate };
  const producers = startProducers(feed);
  const { strikes, ended } = startNemesis({ rig, random: random.fork('nemesis'), history, takeovers, until });
  const stopProgress = tellProgress({ database, startedAt, say }, () => ({
    ...producers.told,
    last: strikes.last,
    counts: strikes.counts,
  }));
  try {
    await ended;
    const quietAt = Date.now();
    const patience = plant === undefined ? SETTLE_MS : SETTLE_PLANTED_MS;
    await producers.stop(patience);
    await untilReady(apiUrl);
    const rested = await settle(database, Math.max(1_000, quietAt + patience - Date.now()));
    return { strikes, takeovers: takeovers.times, settledMs: rested === null ? null : Date.now() - quietAt };
  } finally {
    stopProgress();
    close();
    await takeovers.stop();
    await history.close();
  }
}

interface Progress {
  readonly accepted: number;
  readonly unclear: number;
  readonly last: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface Telling {
  readonly database: Rig['database'];
  readonly startedAt: number;
  readonly say: (line: string) => void;
}

/** A line every few seconds, so that whoever waits sees that something happens, and what. */
function tellProgress({ database, startedAt, say }: Telling, now: () => Progress): () => void {
  const timer = setInterval(() => {
    const { accepted, unclear, last, counts } = now();
    const faults = Object.entries(counts).reduce(
      (sum, [name, count]) => (name === 'in-recovery' ? sum : sum + count),
      0,
    );
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
