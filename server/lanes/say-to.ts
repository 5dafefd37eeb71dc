// Puts a message into the contact's conversation, under the next number.
import type { Content, Message } from '@bellwire/model/message.ts';
import type { Work } from './work.ts';

interface Saying {
  readonly from: Message['from'];
  readonly content: Content;
  readonly runId: string | null;
  /** The message's id is made from it. */
  readonly seed: string;
  /** In place of an id from the seed, for whoever has to find the message again. */
  readonly id?: string;
}

export function sayTo(work: Work, { from, content, runId, seed, id }: Saying): void {
  if (work.contact === null) return;
  const seq = work.contact.lastSeq + 1;
  work.contact = { ...work.contact, lastSeq: seq };
  work.contactChanged = true;
  work.said.push({
    message: { id: id ?? work.world.ids.uuid(`message:${seed}`), seq, from, content, sentAt: work.now },
    runId,
  });
}
