// `bellwire listen`: hands events to a program on one's own machine, and prints what it answers.
import type { Command, Invocation } from './command.ts';
import { textOption, UsageError } from './command.ts';
import { eventLine } from './event-line.ts';
import { followAsked, followOptions, type FollowedEvent } from './follow-options.ts';

const TIMEOUT_MS = 30_000;
const MOST_CHARACTERS = 200;

export const listen: Command = {
  name: 'listen',
  about: 'Sends each event, as it is settled, to an address of yours by POST, and prints the answer.',
  usage: '--forward <url> [--trigger <name>] [--state <state>] [--install <id>]',
  options: { ...followOptions, forward: { type: 'string' } },
  run: async (invocation) => {
    const url = readAddress(textOption(invocation.values, 'forward'));
    for await (const { row } of followAsked(invocation)) {
      invocation.print(eventLine(row));
      invocation.print(`  → ${await forward(url, row, invocation)}`);
    }
  },
};

function readAddress(text: string | undefined): URL {
  const url = URL.parse(text ?? '');
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError('--forward wants an address such as http://localhost:4000/hook.');
}

/** One after the other: what comes to the program comes in the order of the events. A failure is told and not repeated. */
async function forward(url: URL, event: FollowedEvent, { signal }: Invocation): Promise<string> {
  const from = Date.now();
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // Those of Standard Webhooks, unsigned: the address is one's own machine.
        'webhook-id': `${event.id}.${event.state}`,
        'webhook-timestamp': String(Math.floor(from / 1_000)),
      },
      body: JSON.stringify(event),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const said = (await answer.text()).trim().slice(0, MOST_CHARACTERS);
    return `${answer.status} ${answer.statusText} in ${Date.now() - from} ms${said === '' ? '' : `: ${said}`}`;
  } catch (error) {
    const reason =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return `${url.origin} did not answer (${reason}). Is your program running?`;
  }
}
