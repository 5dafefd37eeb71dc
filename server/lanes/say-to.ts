// Puts a message into the contact's conversation, under the next number.
import type { Content, Message } from '@bellwire/model/message.ts';
import type { Work } from './work.ts';

export function sayTo(work: Work, { from, content, runId, seed }: { from: Message['from']; content: Content; runId: string | null; seed: string }): void {
  if (work.contact === null) return;
  const seq = work.contact.lastSeq + 1;
  work.contact = { ...work.contact, lastSeq: seq };
  work.contactChanged = true;
  work.said.push({ message: { id: work.world.ids.uuid(`message:${seed}`), seq, from, content, sentAt: work.now }, runId });
}
