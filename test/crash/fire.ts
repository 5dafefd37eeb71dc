// Fires events at the API, one or several in a request, with an answer for each that is clear or not.
import { Agent, request } from 'node:http';
import type { Tick } from './tick.ts';

export type FireAnswer =
  | { readonly is: 'accepted'; readonly status: string; readonly eventId: string }
  | { readonly is: 'unclear'; readonly why: string }
  | { readonly is: 'refused'; readonly why: string };

export interface TickEvent {
  readonly key: string;
  readonly contact: string;
  readonly tick: Tick;
}

/** One request: alone for a single event, as a batch for several. An answer for each, in their order. */
export type Fire = (events: readonly TickEvent[]) => Promise<readonly FireAnswer[]>;

const TIMEOUT_MS = 5_000;

export function openFire(apiUrl: string, installKey: string): { fire: Fire; close: () => void } {
  const agent = new Agent({ keepAlive: true });
  const post = (path: string, body: unknown) =>
    send(agent, new URL(path, apiUrl), { key: installKey, text: JSON.stringify(body) });
  const fire: Fire = async (events) => {
    const bodies = events.map(({ key, contact, tick }) => ({
      trigger: 'tick',
      contact,
      items: tick,
      idempotencyKey: key,
    }));
    const [only] = bodies;
    const reply = await (bodies.length === 1
      ? post('/api/events', only)
      : post('/api/events/batch', { events: bodies }));
    const results = resultsOf(reply, events.length);
    return events.map((_event, n) => answerOf(reply, results?.[n]));
  };
  return { fire, close: () => agent.destroy() };
}

interface Reply {
  /** 0 when there was none. */
  readonly status: number;
  readonly text: string;
}

function send(agent: Agent, url: URL, { key, text }: { key: string; text: string }): Promise<Reply> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const failed = (error: Error): void => resolve({ status: 0, text: error.message });
    const post = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (answer += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: answer }));
      response.on('error', failed);
    });
    post.on('timeout', () => post.destroy(new Error('No answer in time.')));
    post.on('error', failed);
    post.end(text);
  });
}

/** What was said of each event; undefined when nothing was. */
function resultsOf({ status, text }: Reply, count: number): readonly unknown[] | undefined {
  if (status !== 202) return undefined;
  const said: unknown = JSON.parse(text);
  if (count === 1) return [said];
  return typeof said === 'object' && said !== null && 'results' in said && Array.isArray(said.results)
    ? said.results
    : undefined;
}

function answerOf({ status, text }: Reply, result: unknown): FireAnswer {
  const why = `${status} ${text.slice(0, 200)}`;
  // Too many requests, no answer, or a fault of the server's: whether the event is in, only the next try can tell.
  if (status === 0 || status === 429 || status >= 500) return { is: 'unclear', why };
  if (typeof result !== 'object' || result === null || !('status' in result) || !('eventId' in result))
    return { is: 'refused', why: result === undefined ? why : JSON.stringify(result) };
  return { is: 'accepted', status: String(result.status), eventId: String(result.eventId) };
}
