// The primary is killed under load and its synchronous standby promoted: what was accepted has to be there, and is done once.
import { setTimeout as sleep } from 'node:timers/promises';
import { openFire } from '../crash/fire.ts';
import { settle } from '../crash/settle.ts';
import { openShop } from '../crash/shop.ts';
import { loadOn } from './load.ts';
import type { PostgresPair } from './postgres-pair.ts';
import type { Site } from './site.ts';
import { judgeTalks, type TalkBooks } from './talk-books.ts';

export interface StandbyOptions {
  /** Under load before the primary is killed, and again after the promotion. */
  readonly seconds: number;
  /** How long whoever watches takes to notice. */
  readonly noticeMs: number;
  readonly say: (line: string) => void;
}

export interface StandbyReport extends TalkBooks {
  /** Requests without a clear answer, sent again with the same keys. */
  readonly unclear: number;
  readonly promotionMs: number;
  /** From the last accepted request before to the first one after. */
  readonly outageMs: number;
  readonly settledMs: number | null;
}

export async function promoteUnderLoad(
  site: Site & { readonly postgres: PostgresPair },
  { seconds, noticeMs, say }: StandbyOptions,
): Promise<StandbyReport> {
  const { database, postgres } = site;
  const api = await site.start('api', 'api');
  await Promise.all([1, 2].map((n) => site.start(`worker-${n}`, 'worker')));
  const shop = { apiUrl: api.url, sinkUrl: 'http://127.0.0.1:9/', database, contacts: 400 };
  const { installKey, contacts } = await openShop(shop);
  const { fire, close } = openFire(api.url, installKey);
  const load = loadOn({ fire, contacts, pauseSeconds: 1, atOnce: 10, everyMs: 0 });
  let promotionMs = 0;
  await load.during(async () => {
    await sleep(seconds * 1000);
    say('the primary is killed');
    postgres.killPrimary();
    await sleep(noticeMs);
    const startedAt = Date.now();
    await postgres.promote();
    promotionMs = Date.now() - startedAt;
    say(`the standby was promoted in ${promotionMs} ms`);
    await sleep(seconds * 1000);
  });
  const settledMs = await settle(database, 60_000);
  close();
  const books = await judgeTalks(database, load.fired);
  return { ...books, unclear: load.unclear, promotionMs, outageMs: load.longestGapMs, settledMs };
}
