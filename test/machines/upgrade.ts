// A rolling upgrade under load, back and forth between two versions of the server, with runs of both in flight.
import { join } from 'node:path';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { openFire } from '../crash/fire.ts';
import { settle } from '../crash/settle.ts';
import { openShop } from '../crash/shop.ts';
import { loadOn } from './load.ts';
import type { Machine } from './machine.ts';
import { writeNextVersion } from './next-version.ts';
import type { Site } from './site.ts';
import { judgeTalks, type TalkBooks } from './talk-books.ts';

export interface UpgradeOptions {
  /** In flight when the upgrade begins. */
  readonly runs: number;
  /** How often both workers are changed for the other version. */
  readonly swaps: number;
  /** How long each run rests in its flow, so that it is in flight meanwhile. */
  readonly pauseSeconds: number;
  readonly say: (line: string) => void;
}

export interface UpgradeReport extends TalkBooks {
  /** Waiting for their time when the first worker was changed. */
  readonly inFlight: number;
  /** Contacts whose arrival of the new kind was not done exactly once. */
  readonly scalesWrong: number;
  readonly settledMs: number | null;
}

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
  const { fire, close } = openFire(api.url, installKey);
  const { pauseSeconds } = options;
  const load = loadOn({ fire, contacts, pauseSeconds, atOnce: 1, everyMs: 500 });
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
  close();
  const books = await judgeTalks(database, load.fired);
  return { ...books, scalesWrong: await countWrongScales(site), inFlight, settledMs };
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

async function countWrongScales({ database }: Site): Promise<number> {
  const { rows } = await database.query<{ wrong: number }>(
    `select count(*)::int as wrong from contact c
      where (select count(*) from message m where m.contact_id = c.id and m.content->>'text' = 'scales')
            <> (get_byte(uuid_send(c.id), 14) % 10 = 0)::int`,
  );
  return rows[0]?.wrong ?? -1;
}

async function countWaiting({ database }: Site): Promise<number> {
  const { rows } = await database.query<{ waiting: number }>(
    `select ((select count(*) from run where status = 'waiting') + (select count(*) from lane_log))::int as waiting`,
  );
  return rows[0]?.waiting ?? 0;
}
