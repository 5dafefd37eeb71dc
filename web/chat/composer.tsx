// Where the visitor writes: Enter sends, Shift+Enter makes a new line.
/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface ComposerProps {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly mostCharacters: number | undefined;
  /** Which keyboard a phone shows. */
  readonly mode: 'text' | 'decimal' | 'email' | 'tel' | 'url';
  readonly onSay: (text: string) => void;
  readonly onAttach: (file: File) => Promise<void>;
  /** Which files are wanted. */
  readonly accept: 'image' | 'audio' | 'video' | 'file';
  readonly onTyping: () => void;
}

const COUNT_FROM_LEFT = 200;

export function Composer(props: ComposerProps) {
  const { inputRef, mostCharacters = Infinity, mode, onSay, onTyping } = props;
  const [text, setText] = useState('');
  const left = mostCharacters - text.length;
  const canSend = text.trim() !== '' && left >= 0;
  const send = (event: Event) => {
    event.preventDefault();
    if (!canSend) return;
    onSay(text.trim());
    setText('');
    inputRef.current?.focus();
  };

  useGrowing(inputRef, text);
  return (
    <form className="composer" onSubmit={send}>
      <AttachButton {...props} />
      <textarea
        ref={inputRef}
        rows={1}
        value={text}
        placeholder="Write a message…"
        aria-label="Your message"
        inputMode={mode}
        enterkeyhint="send"
        onInput={(event) => {
          setText(event.currentTarget.value);
          onTyping();
        }}
        onKeyDown={(event) => {
          if (isSendKey(event)) send(event);
        }}
      />
      {left < COUNT_FROM_LEFT && <CharactersLeft count={left} />}
      <button type="submit" aria-label="Send" aria-disabled={!canSend}>
        <Icon name="send" size={18} />
      </button>
    </form>
  );
}

/** The input itself stands in the button, unseen: pressing one presses the other, by keyboard too. */
function AttachButton({ accept, onAttach }: Pick<ComposerProps, 'accept' | 'onAttach'>) {
  return (
    <label className="attach" data-wanted={accept !== 'file'}>
      <Icon name="clip" size={18} />
      <input
        type="file"
        aria-label="Send a file"
        accept={accept === 'file' ? '' : `${accept}/*`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void onAttach(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** While a character is being composed (Japanese, accents), Enter belongs to that. */
function isSendKey({ key, shiftKey, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !isComposing;
}

function CharactersLeft({ count }: { count: number }) {
  return (
    <span className="left" data-over={count < 0} role="status">
      {count}
      <span className="unseen"> characters left</span>
    </span>
  );
}

/** As high as what is written in it; the style sheet says where that ends. */
function useGrowing(inputRef: ComposerProps['inputRef'], text: string): void {
  useLayoutEffect(() => {
    const input = inputRef.current;
    if (input === null) return;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }, [text, inputRef]);
}
