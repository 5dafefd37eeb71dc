// The other side of the flow's requests: slow at times, broken at times, and with a memory of all that came.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineFile, SinkLine } from './history.ts';
import { hash } from './seeded-random.ts';

export interface Sink {
  readonly port: number;
  close(): void;
}

/** How the first request of an event goes, by chance; every later one goes well and fast. */
type Mood = 'well' | 'slow' | 'broken' | 'cut off';

export async function openSink(seed: number, log: LineFile<SinkLine>): Promise<Sink> {
  const seen = new Set<string>();
  const server = createServer(async (request, response) => {
    const from = Date.now();
    const event = await readEvent(request).catch(() => null);
    // Torn on its way: it never came.
    if (event === null) return void response.destroy();
    const mood = seen.has(event) ? 'well' : moodOf(event, seed);
    seen.add(event);
    await sleep(mood === 'slow' ? 300 + (hash(event) % 1200) : 1 + (hash(event) % 20));
    const status = mood === 'broken' ? 503 : 200;
    log.write({
      event,
      idempotencyKey: String(request.headers['idempotency-key']),
      from,
      until: Date.now(),
      status: mood === 'cut off' ? 0 : status,
    });
    if (mood === 'cut off') response.destroy();
    else response.writeHead(status, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  const port = await listen(server);
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function moodOf(event: string, seed: number): Mood {
  const chance = hash(`${seed} ${event}`) % 100;
  if (chance < 2) return 'cut off';
  if (chance < 5) return 'broken';
  return chance < 15 ? 'slow' : 'well';
}

async function readEvent(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null && 'event' in body ? String(body.event) : '';
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return address.port;
}
