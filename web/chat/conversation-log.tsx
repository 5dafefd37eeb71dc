// The conversation: what was said, what is on its way, and that somebody is about to answer.
/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks';
import type { Message } from '@bellwire/model/message.ts';
import type { ChatState, Pending } from './chat-state.ts';
import { lastSeq } from './chat-state.ts';
import { Icon } from './icon.tsx';
import { MessageBody } from './message-body.tsx';
import type { Reply } from './message-buttons.tsx';
import { MessageText } from './message-text.tsx';
import { messageGroups } from './message-groups.ts';
import type { MessageGroup } from './message-groups.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

interface LogProps {
  readonly state: ChatState;
  readonly onReply: Reply;
  readonly onForget: (key: string) => void;
}

export function ConversationLog({ state, onReply, onForget }: LogProps) {
  const { bot, messages, pending, expectsAnswer } = state;
  const groups = useMemo(() => messageGroups(messages), [messages]);
  const onItsWay = pending.filter(({ isBack }) => !isBack);
  const { ref, isAtEnd, toEnd } = useStickToEnd(
    `${lastSeq(state)} ${onItsWay.length} ${expectsAnswer}`,
    onItsWay.length,
  );
  const isFromStart = (messages[0]?.seq ?? 1) === 1;
  return (
    <div className="log-place">
      {/* It scrolls, so the keyboard must reach it. */}
      <div className="log" role="log" aria-label="Messages" tabIndex={0} ref={ref}>
        {isFromStart && <Greeting text={bot?.greeting ?? ''} />}
        {groups.map((group) => (
          <Group key={group.key} group={group} botName={bot?.name ?? ''} onReply={onReply} />
        ))}
        {onItsWay.map((one) => (
          <OnItsWay key={one.key} pending={one} onForget={onForget} />
        ))}
        {expectsAnswer && <TypingDots />}
        {onItsWay.length === 0 && <QuickReplies message={messages.at(-1)} onReply={onReply} />}
      </div>
      {!isAtEnd && (
        <button type="button" className="to-end" onClick={toEnd}>
          Newest messages
          <Icon name="down" size={12} />
        </button>
      )}
    </div>
  );
}

function Greeting({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <div className="group" data-from="bot">
      <div className="bubble">
        <MessageText text={text} />
      </div>
    </div>
  );
}

function Group({ group, botName, onReply }: { group: MessageGroup; botName: string; onReply: Reply }) {
  const { from, messages, day } = group;
  const who = { contact: 'You', bot: botName, member: `${botName}, a person of the team` }[from];
  const sentAt = messages.at(-1)?.sentAt ?? '';
  return (
    <>
      {day !== undefined && <p className="day">{day}</p>}
      <div className="group" data-from={from}>
        <span className="unseen">{who}:</span>
        {messages.map((message) => (
          <MessageBody key={message.seq} content={message.content} onReply={onReply} />
        ))}
        <p className="stamp">
          {from === 'member' && 'Team · '}
          <time dateTime={sentAt} title={new Date(sentAt).toLocaleString()}>
            {timeWords.format(new Date(sentAt))}
          </time>
        </p>
      </div>
    </>
  );
}

const timeWords = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

function OnItsWay({ pending, onForget }: { pending: Pending; onForget: (key: string) => void }) {
  const { key, text, is, says } = pending;
  return (
    <div className="group" data-from="contact" data-pending={is}>
      <div className="bubble">
        <MessageText text={text} />
      </div>
      {is === 'refused' ? (
        <p className="stamp bad" role="alert">
          Not sent. {says}{' '}
          <button type="button" onClick={() => onForget(key)}>
            Remove
          </button>
        </p>
      ) : (
        <p className="stamp">{is === 'taken' ? 'Sent' : 'Sending…'}</p>
      )}
    </div>
  );
}

function TypingDots() {
  return (
    <div className="group typing" data-from="bot">
      <div className="bubble">
        <span className="unseen">An answer is on its way.</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

/** They are an answer to the last message, and go with it. */
function QuickReplies({ message, onReply }: { message: Message | undefined; onReply: Reply }) {
  const quickReplies = message?.content.quickReplies ?? [];
  if (quickReplies.length === 0) return null;
  return (
    <div className="quick-replies" role="group" aria-label="Suggested answers">
      {quickReplies.map(({ label, payload }, index) => (
        <button type="button" key={index} onClick={() => onReply(label, payload)}>
          {label}
        </button>
      ))}
    </div>
  );
}
