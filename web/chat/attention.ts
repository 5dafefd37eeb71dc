// Counts what has come while nobody looked, and shows it in the title of the tab or beside the closed chat.
import type { ChatState } from './chat-state.ts';
import { lastSeq } from './chat-state.ts';
import type { Embedding } from './embedding.ts';

/** The function it gives is called with each new state. */
export function watchAttention(embedding: Embedding | undefined): (state: ChatState) => void {
  let seen: number | undefined;
  let latest: ChatState | undefined;
  let told = 0;

  const look = () => {
    if (latest?.bot === undefined) return;
    const isLooking = document.visibilityState === 'visible' && (embedding?.isOpen ?? true);
    if (isLooking || seen === undefined) seen = lastSeq(latest);
    const since = seen;
    const unread = latest.messages.filter(({ seq, from }) => seq > since && from !== 'contact').length;
    document.title = unread > 0 ? `(${unread}) ${latest.bot.name}` : latest.bot.name;
    if (unread === told) return;
    told = unread;
    embedding?.tellUnread(unread);
  };

  document.addEventListener('visibilitychange', look);
  embedding?.onOpen(look);
  return (state) => {
    latest = state;
    look();
  };
}
