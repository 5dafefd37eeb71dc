// For tests of polls: a service with records, pages and a clock of its own, on loopback.
import type { TestContext } from 'node:test';
import { serveHttp } from '../egress/loopback-server.ts';

export interface ServiceRecord {
  readonly id: number;
  readonly uuid: string;
  readonly at: string;
  readonly email?: string;
}

export interface ServiceSettings {
  readonly order: 'oldest-first' | 'newest-first';
  readonly pageSize: number;
}

const START = Date.parse('2026-03-01T00:00:00Z');

/** Answers `/records?since=&page=` with `{ rows, next }`; `next` names the following page while there is one. */
export async function recordSite(t: TestContext, settings: ServiceSettings) {
  const records: ServiceRecord[] = [];
  const failing: number[] = [];
  const asked: URL[] = [];
  let seconds = 0;
  const service = {
    records,
    asked,
    /** What the next answers are in place of records. */
    failing,
    onAsked: (): void => undefined,
    /** A record of now, or of some seconds ago. */
    add(lateBy = 0, passes = 1, email?: string): void {
      seconds += passes;
      const id = records.length + 1;
      const at = new Date(START + Math.max(0, seconds - lateBy) * 1000).toISOString();
      records.push({ id, uuid: `u-${id}`, at, ...(email !== undefined && { email }) });
    },
    place: '',
  };
  const server = await serveHttp((request, response) => {
    const url = new URL(request.url ?? '/', 'http://service');
    asked.push(url);
    service.onAsked();
    const status = service.failing.shift();
    if (status !== undefined) return void response.writeHead(status).end('not now');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(page(records, url, settings)));
  });
  t.after(() => server[Symbol.asyncDispose]());
  service.place = server.place;
  return service;
}

function page(records: readonly ServiceRecord[], url: URL, { order, pageSize }: ServiceSettings) {
  const since = url.searchParams.get('since') ?? '';
  const oldestFirst = records
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const sorted = order === 'oldest-first' ? oldestFirst : oldestFirst.toReversed();
  const start = (Number(url.searchParams.get('page') ?? '1') - 1) * pageSize;
  const next = start + pageSize < sorted.length ? start / pageSize + 2 : null;
  return { rows: sorted.slice(start, start + pageSize), next };
}
