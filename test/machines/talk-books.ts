// What has become of the events: read by plain SQL, judged by what each contact was told.
import type { Database } from '../crash/database.ts';

export interface TalkBooks {
  readonly accepted: number;
  readonly lost: number;
  readonly doubled: number;
  /** Contacts whose events were not done in their order. */
  readonly disordered: number;
  /** Done by the flow that only the next version can run. */
  readonly weighed: number;
  /** Set aside as failed or parked: none should be. */
  readonly failed: number;
}

/** `fired`: by contact, the number of its last event; they count from 1. */
export async function judgeTalks(database: Database, fired: ReadonlyMap<string, number>): Promise<TalkBooks> {
  const { rows } = await database.query<{ ns: string; said: string[] }>(
    `select c.ns, array_agg(m.content->>'text' order by m.seq) as said
       from contact c join message m on m.contact_id = c.id group by c.id`,
  );
  const saidTo = new Map(rows.map(({ ns, said }) => [ns, said]));
  const talks = [...fired].map(([ns, last]) => judgeTalk(saidTo.get(ns) ?? [], last));
  const sum = (of: (talk: Talk) => number): number => talks.reduce((all, talk) => all + of(talk), 0);
  const { rows: aside } = await database.query<{ failed: number }>(
    'select ((select count(*) from lane_failed) + (select count(*) from parked))::int as failed',
  );
  return {
    accepted: [...fired.values()].reduce((all, last) => all + last, 0),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    disordered: talks.filter(({ inOrder }) => !inOrder).length,
    weighed: sum(({ weighed }) => weighed),
    failed: aside[0]?.failed ?? -1,
  };
}

interface Talk {
  readonly lost: number;
  readonly doubled: number;
  readonly inOrder: boolean;
  readonly weighed: number;
}

/** Each event says "done n" at once and "late n" after its rest, whichever version of the flow it runs on. */
function judgeTalk(said: readonly string[], last: number): Talk {
  const numbers = (word: string): number[] =>
    said.filter((text) => text.startsWith(`${word} `)).map((text) => Number(text.slice(word.length + 1)));
  const [done, late, weighed] = [numbers('done'), numbers('late'), numbers('weighed')];
  const missing = (found: readonly number[]): number => last - new Set(found).size;
  const double = (found: readonly number[]): number => found.length - new Set(found).size;
  return {
    lost: Math.max(missing(done), missing(late)),
    doubled: double(done) + double(late) + double(weighed),
    inOrder: done.every((n, index) => index === 0 || n > (done[index - 1] ?? 0)),
    weighed: weighed.length,
  };
}
