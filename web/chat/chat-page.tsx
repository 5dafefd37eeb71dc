// The page of a bot's web chat: who one talks to, the conversation, and where to write.
/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from './chat.ts';
import { hintNow, lastSeq, type ChatState } from './chat-state.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { Composer } from './composer.tsx';
import { ConversationLog } from './conversation-log.tsx';
import type { Embedding } from './embedding.ts';
import { Icon } from './icon.tsx';

/** What a visitor can do. */
export type ChatActs = Pick<Chat, 'say' | 'attach' | 'typing' | 'forget'>;

interface ChatPageProps {
  readonly state: ChatState;
  readonly chat: ChatActs;
  readonly embedding: Embedding | undefined;
}

const linkWords: Readonly<Record<ChatState['link'], string>> = {
  connecting: 'Connecting…',
  open: 'Online',
  broken: 'Offline. Messages are sent later.',
  gone: '',
};

export function ChatPage({ state, chat, embedding }: ChatPageProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const { bot, link } = state;
  const hint = hintNow(state);

  useEffect(() => {
    // A phone's keyboard would cover half of what there is to read.
    if (!matchMedia('(pointer: coarse)').matches) input.current?.focus();
    return embedding?.onOpen(() => input.current?.focus());
  }, [embedding]);

  if (link === 'gone') return <Gone />;
  return (
    <main className="chat">
      <header className="head">
        <Head name={bot?.name} link={link} />
        {embedding !== undefined && <CloseButton embedding={embedding} />}
      </header>
      <ConversationLog state={state} onReply={chat.say} onForget={chat.forget} />
      {hint !== undefined && <AnswerPanel key={lastSeq(state)} hint={hint} onReply={chat.say} />}
      {state.upload !== undefined && <UploadLine {...state.upload} />}
      <Composer
        mode={hint?.is === 'keyboard' ? hint.mode : 'text'}
        inputRef={input}
        mostCharacters={bot?.mostCharacters}
        onSay={chat.say}
        onAttach={chat.attach}
        accept={hint?.is === 'file' ? hint.accept : 'file'}
        onTyping={chat.typing}
      />
    </main>
  );
}

function CloseButton({ embedding }: { embedding: Embedding }) {
  return (
    <button type="button" className="close" aria-label="Close the chat" onClick={() => embedding.close()}>
      <Icon name="close" />
    </button>
  );
}

function Head({ name, link }: { name: string | undefined; link: ChatState['link'] }) {
  return (
    <>
      <span className="face" aria-hidden="true">
        {initials(name)}
      </span>
      <div>
        <h1>{name ?? 'Chat'}</h1>
        <p className="link" data-link={link} role="status">
          {linkWords[link]}
        </p>
      </div>
    </>
  );
}

function UploadLine({ name, says }: { name: string; says?: string }) {
  return (
    <p
      className="upload-line"
      role={says === undefined ? 'status' : 'alert'}
      data-failed={says !== undefined}
    >
      {says === undefined ? `Sending ${name}…` : `${name} was not sent. ${says}`}
    </p>
  );
}

function Gone() {
  return (
    <main className="chat gone">
      <h1>There is no chat here</h1>
      <p>
        The address may be mistyped, or the bot has been removed. Ask whoever gave it to you for a new one.
      </p>
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
