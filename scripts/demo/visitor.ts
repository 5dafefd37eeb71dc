// A contact that talks to the bot and hears what it answers.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '@bellwire/model/message.ts';
import type { Client } from '@bellwire/sdk/client.ts';
import type { RunningServer } from '@bellwire/server/start-server.ts';

export interface Visitor {
  say(text: string): Promise<void>;
  /** The next message of the bot, or a failure when none comes in time. */
  hear(): Promise<Message>;
  /** All that was said, oldest first. */
  readonly heard: readonly Message[];
  readonly contactId: string;
}

const HEARS_WITHIN_MS = 10_000;

export async function openVisitor(server: RunningServer, client: Client, botId: string): Promise<Visitor> {
  const { workspaces } = await client.me();
  const workspaceId = workspaces[0]?.id ?? '';
  const { id: contactId } = await client.createContact({ botId });
  let told = 0;
  const heard: Message[] = [];
  return {
    contactId,
    heard,
    say: (text) => server.rooms.lanes.say({ workspaceId, contactId, key: randomUUID(), text, payload: null }),
    async hear() {
      const deadline = Date.now() + HEARS_WITHIN_MS;
      while (Date.now() < deadline) {
        const { rows } = await client.listMessages({ contactId });
        heard.splice(0, heard.length, ...rows.toReversed());
        const next = heard.filter(({ from }) => from === 'bot')[told];
        if (next !== undefined) {
          told += 1;
          return next;
        }
        await pause(50);
      }
      throw new Error(`The bot said nothing within ${HEARS_WITHIN_MS / 1000} seconds.`);
    },
  };
}
