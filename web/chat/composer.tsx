// Where the visitor writes: Enter sends, Shift+Enter makes a new line.
/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface ComposerProps {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly mostCharacters: number | undefined;
  readonly onSay: (text: string) => void;
  readonly onTyping: () => void;
}

const COUNT_FROM_LEFT = 200;

export function Composer({ inputRef, mostCharacters = Infinity, onSay, onTyping }: ComposerProps) {
  const [text, setText] = useState('');
  const left = mostCharacters - text.length;
  const canSend = text.trim() !== '' && left >= 0;
  const send = () => {
    if (!canSend) return;
    onSay(text.trim());
    setText('');
    inputRef.current?.focus();
  };

  useLayoutEffect(() => {
    const input = inputRef.current;
    if (input === null) return;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }, [text, inputRef]);

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={inputRef}
        rows={1}
        value={text}
        placeholder="Write a message…"
        aria-label="Your message"
        enterkeyhint="send"
        onInput={(event) => {
          setText(event.currentTarget.value);
          onTyping();
        }}
        onKeyDown={(event) => {
          // While a character is being composed (Japanese, accents), Enter belongs to that.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {left < COUNT_FROM_LEFT && (
        <span className="left" data-over={left < 0} role="status">
          {left}
          <span className="unseen"> characters left</span>
        </span>
      )}
      <button type="submit" aria-label="Send" aria-disabled={!canSend}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M9 14.5v-11M4 8l5-5 5 5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
      </button>
    </form>
  );
}
