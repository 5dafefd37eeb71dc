// One request to the API, with an answer that is clear or not.
import { Agent, request } from 'node:http';
import type { Tick } from './tick.ts';

export type FireAnswer =
  | { readonly is: 'accepted'; readonly status: string; readonly eventId: string }
  | { readonly is: 'unclear'; readonly why: string }
  | { readonly is: 'refused'; readonly why: string };

export interface Fire {
  (event: { readonly key: string; readonly contact: string; readonly tick: Tick }): Promise<FireAnswer>;
}

const TIMEOUT_MS = 5_000;

export function openFire(apiUrl: string, installKey: string): { fire: Fire; close: () => void } {
  const agent = new Agent({ keepAlive: true });
  const url = new URL('/api/events', apiUrl);
  const fire: Fire = ({ key, contact, tick }) =>
    new Promise((resolve) => {
      const body = JSON.stringify({ trigger: 'tick', contact, items: tick, idempotencyKey: key });
      const headers = {
        authorization: `Bearer ${installKey}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const unclear = (why: string): void => resolve({ is: 'unclear', why });
      const post = request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve(answerOf(response.statusCode ?? 0, text)));
        response.on('error', (error) => unclear(error.message));
      });
      post.on('timeout', () => post.destroy(new Error('No answer in time.')));
      post.on('error', (error) => unclear(error.message));
      post.end(body);
    });
  return { fire, close: () => agent.destroy() };
}

function answerOf(status: number, text: string): FireAnswer {
  // Too many requests, or a fault of the server's: whether the event is in, only the next try can tell.
  if (status === 429 || status >= 500) return { is: 'unclear', why: `${status} ${text.slice(0, 200)}` };
  const said = parse(text);
  if (status !== 202 || said === undefined) return { is: 'refused', why: `${status} ${text.slice(0, 200)}` };
  return { is: 'accepted', ...said };
}

function parse(text: string): { status: string; eventId: string } | undefined {
  const said: unknown = JSON.parse(text);
  if (typeof said !== 'object' || said === null || !('status' in said) || !('eventId' in said))
    return undefined;
  return { status: String(said.status), eventId: String(said.eventId) };
}
