// A rolling upgrade under load, back and forth between two versions of the server, with runs of both in flight.
import { join } from 'node:path';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { openFire, type Fire } from '../crash/fire.ts';
import { settle } from '../crash/settle.ts';
import { openShop } from '../crash/shop.ts';
import type { Tick } from '../crash/tick.ts';
import type { Machine } from './machine.ts';
import { writeNextVersion } from './next-version.ts';
import type { Site } from './site.ts';
import { judgeUpgrade, type UpgradeBooks } from './upgrade-books.ts';

export interface UpgradeOptions {
  /** In flight when the upgrade begins. */
  readonly runs: number;
  /** How often both workers are changed for the other version. */
  readonly swaps: number;
  /** How long each run rests in its flow, so that it is in flight meanwhile. */
  readonly pauseSeconds: number;
  readonly say: (line: string) => void;
}

export interface UpgradeReport extends UpgradeBooks {
  /** Waiting for their time when the first worker was changed. */
  readonly inFlight: number;
  readonly settledMs: number | null;
}

const BATCH = 100;

export async function rollUpgrade(site: Site, options: UpgradeOptions): Promise<UpgradeReport> {
  const { say } = options;
  const { database } = site;
  const next = await writeNextVersion(join(site.folder, 'next-version.json'));
  const api = await site.start('api', 'api');
  const workers = [await site.start('worker-1', 'worker'), await site.start('worker-2', 'worker')];
  const shopOptions = { apiUrl: api.url, sinkUrl: 'http://127.0.0.1:9/', database };
  const { contacts, installKey } = await openShop({
    ...shopOptions,
    contacts: Math.max(48, options.runs / 10),
  });
  const load = loadOn(openFire(api.url, installKey), contacts, options.pauseSeconds);
  await load.fire(options.runs);
  const inFlight = await countWaiting(site);
  say(`${inFlight} runs are in flight`);

  const newApi = await site.start('api-next', 'api', { editedSources: next });
  await load.during(async () => {
    await publishWeighing(await signIn(newApi));
    await sendWeighed(site);
    say(
      'a flow with a step that only the next version knows is published, and arrivals of a new kind are in',
    );
    for (let swap = 1; swap <= options.swaps; swap++) {
      await swapBoth(site, workers, swap % 2 === 1 ? next : undefined);
      say(`both workers run the ${swap % 2 === 1 ? 'next' : 'old'} version`);
    }
    if (options.swaps % 2 === 0) await swapBoth(site, workers, next);
  });
  const settledMs = await settle(database, 120_000);
  load.close();
  return { ...(await judgeUpgrade(database, load.fired)), inFlight, settledMs };
}

interface Load {
  /** By contact: the number of its last event, all of which were accepted. */
  readonly fired: ReadonlyMap<string, number>;
  fire(count: number): Promise<void>;
  /** Goes on firing while the work is under way. */
  during(work: () => Promise<void>): Promise<void>;
  close(): void;
}

function loadOn(
  { fire, close }: { fire: Fire; close: () => void },
  contacts: readonly string[],
  pause: number,
): Load {
  const fired = new Map<string, number>();
  let turn = 0;
  const fireBatch = async (): Promise<void> => {
    const events = Array.from({ length: BATCH }, () => {
      const contact = contacts[turn++ % contacts.length] ?? '';
      const n = (fired.get(contact) ?? 0) + 1;
      fired.set(contact, n);
      const tick: Tick = { n, producer: 'upgrade', calls: false, audited: false, muted: false, pause };
      return { key: `${contact}/${n}`, contact, tick };
    });
    for (const answer of await fire(events))
      if (answer.is !== 'accepted') throw new Error(`An event was not accepted: ${answer.why}`);
  };
  return {
    fired,
    fire: async (count) => {
      for (let done = 0; done < count; done += BATCH) await fireBatch();
    },
    during: async (work) => {
      const state = { isOver: false };
      const firing = (async () => {
        while (!state.isOver) {
          await fireBatch();
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
      })();
      await Promise.all([work().finally(() => (state.isOver = true)), firing]);
    },
    close,
  };
}

/** One after the other, so that both versions work side by side for a while; every second one is killed. */
async function swapBoth(site: Site, workers: Machine[], editedSources: string | undefined): Promise<void> {
  for (const [slot, worker] of workers.entries()) {
    if (slot === 0) await worker.end();
    else worker.kill();
    workers[slot] = await site.start(worker.name, 'worker', { editedSources });
  }
}

async function signIn({ url }: Machine): Promise<Client> {
  const client = createClient({ baseUrl: url });
  await client.signIn({ email: 'ada@example.com', password: 'correct horse battery staple' });
  return client;
}

/** From now on each event is weighed first, and says so; runs under way go on with the version of then. */
async function publishWeighing(client: Client): Promise<void> {
  const { rows: bots } = await client.listBots();
  const { rows } = await client.listFlows({ botId: bots[0]?.id ?? '' });
  const flowId = rows.find(({ name }) => name === 'Tick')?.id ?? '';
  const { revision } = await client.getFlow({ flowId });
  const weigh = { id: 'weigh', type: 'weigh', settings: {}, exits: { next: 'weighed' } };
  const weighed = {
    id: 'weighed',
    type: 'send-message',
    settings: { kind: 'text', text: 'weighed {{trigger.n}}' },
    exits: { next: 'tally' },
  };
  const changed = await client.changeFlow({
    flowId,
    revision,
    changes: [
      { is: 'add-step', step: weighed },
      { is: 'add-step', step: weigh },
      { is: 'set-start', id: 'weigh' },
    ],
  });
  await client.publishFlow({ flowId, revision: changed.revision });
}

/** As the doors of the next version would: one for every tenth contact. */
async function sendWeighed({ database }: Site): Promise<void> {
  await database.query(
    `insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     select get_byte(uuid_send(id), 15) % 64, id, workspace_id, gen_random_uuid(), 'weighed', '{"kind": "weighed"}', now()
       from contact where get_byte(uuid_send(id), 14) % 10 = 0`,
  );
}

async function countWaiting({ database }: Site): Promise<number> {
  const { rows } = await database.query<{ waiting: number }>(
    `select ((select count(*) from run where status = 'waiting') + (select count(*) from lane_log))::int as waiting`,
  );
  return rows[0]?.waiting ?? 0;
}
