// Tells open conversations of new messages after they are committed; a hint, since the table is what counts.
import type { Message } from '@bellwire/model/message.ts';

export interface ConversationFeed {
  /** Calls back with the new messages of the contact; empty means "there is something, read the table". Give back: stop. */
  listen(contactId: string, hear: (messages: readonly Message[]) => void): () => void;
}

export interface ConversationFeedSource extends ConversationFeed {
  tell(contactId: string, messages: readonly Message[]): void;
}

export function conversationFeed(): ConversationFeedSource {
  const listeners = new Map<string, Set<(messages: readonly Message[]) => void>>();
  return {
    listen: (contactId, hear) => {
      const hearers = listeners.get(contactId) ?? new Set();
      listeners.set(contactId, hearers.add(hear));
      return () => {
        hearers.delete(hear);
        if (hearers.size === 0) listeners.delete(contactId);
      };
    },
    tell: (contactId, messages) => {
      for (const hear of listeners.get(contactId) ?? []) hear(messages);
    },
  };
}
