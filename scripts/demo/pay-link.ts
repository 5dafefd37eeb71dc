// Where the bot's offer leads: the page on which the contact pays.
import type { Message } from '@bellwire/model/message.ts';
import { messageLines } from './message-lines.ts';

/** @throws Error where the message has no link. */
export function payLink({ content }: Message): string {
  const [button] = content.is === 'text' ? (content.buttons ?? []) : [];
  if (button?.is === 'url') return button.url;
  throw new Error(`The bot sent no link to pay by. It said: ${messageLines(content).join(' ')}`);
}
