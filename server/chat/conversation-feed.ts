// What the chat hears of conversations: messages, as soon as they are committed, in this process or in another.
import type { Message } from '@bellwire/model/message.ts';

export interface ConversationFeed {
  /**
   * Calls back after the commit, until the function it gives is called. It may be late, repeat itself, or miss something:
   * the numbers of the messages show it, and the table has them all.
   */
  listen(contactId: string, heard: (messages: readonly Message[]) => void): () => void;
}
