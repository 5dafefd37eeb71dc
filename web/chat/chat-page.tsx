// The page of a bot's web chat: who one talks to, the conversation, and where to write.
/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from './chat.ts';
import type { ChatState } from './chat-state.ts';
import { Composer } from './composer.tsx';
import { ConversationLog } from './conversation-log.tsx';
import type { Embedding } from './embedding.ts';

interface ChatPageProps {
  readonly state: ChatState;
  readonly chat: Pick<Chat, 'say' | 'typing' | 'forget'>;
  readonly embedding: Embedding | undefined;
}

const linkWords: Readonly<Record<ChatState['link'], string>> = {
  connecting: 'Connecting…',
  open: 'Online',
  broken: 'Offline. What you write is sent when the connection is back.',
  gone: '',
};

export function ChatPage({ state, chat, embedding }: ChatPageProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const { bot, link } = state;

  useEffect(() => {
    // A phone's keyboard would cover half of what there is to read.
    if (!matchMedia('(pointer: coarse)').matches) input.current?.focus();
    return embedding?.onOpen(() => input.current?.focus());
  }, [embedding]);

  if (link === 'gone')
    return (
      <main className="chat gone">
        <h1>There is no chat here</h1>
        <p>The address may be mistyped, or the bot has been removed. Ask whoever gave it to you for a new one.</p>
      </main>
    );
  return (
    <main className="chat">
      <header className="head">
        <span className="face" aria-hidden="true">
          {initials(bot?.name)}
        </span>
        <div>
          <h1>{bot?.name ?? 'Chat'}</h1>
          <p className="link" data-link={link} role="status">
            {linkWords[link]}
          </p>
        </div>
        {embedding !== undefined && (
          <button type="button" className="close" aria-label="Close the chat" onClick={() => embedding.close()}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3.5 3.5l9 9m0-9l-9 9" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
            </svg>
          </button>
        )}
      </header>
      <ConversationLog state={state} onReply={(label, payload) => chat.say(label, payload)} onForget={(key) => chat.forget(key)} />
      <Composer
        inputRef={input}
        mostCharacters={bot?.mostCharacters}
        onSay={(text) => chat.say(text)}
        onTyping={() => chat.typing()}
      />
    </main>
  );
}

function initials(name = ''): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}|^\p{N}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
