// A contact's conversation with a box to answer in; asks for what is new by itself.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { MessagePage } from './message-page.tsx';
import { SendBox } from './send-box.tsx';
import './contacts.css';

/** Nearer to the end than this counts as reading the newest: then the log follows what comes in. */
const NEAR_END = 80;

export function Conversation({ contactId }: { contactId: string }) {
  const log = useRef<HTMLDivElement>(null);
  useFollowEnd(log);
  return (
    <div className="conversation">
      <div className="conversation-log" ref={log} tabIndex={0} role="log" aria-label="Conversation">
        <MessagePage contactId={contactId} />
      </div>
      <SendBox contactId={contactId} />
    </div>
  );
}

/** Watches what the log holds: messages come in from several pages, each with its own answer. */
function useFollowEnd(log: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const box = log.current;
    if (box === null) return undefined;
    let atEnd = true;
    const onScroll = () => {
      atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    };
    const watcher = new MutationObserver(() => {
      if (atEnd) box.scrollTop = box.scrollHeight;
    });
    box.addEventListener('scroll', onScroll, { passive: true });
    watcher.observe(box, { childList: true, subtree: true });
    return () => {
      watcher.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [log]);
}
