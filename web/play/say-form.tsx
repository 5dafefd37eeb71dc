// What the contact says in a play.
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

export function SayForm({ onSay }: { onSay: (text: string) => void }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <form
      className="play-say"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        onSay(text);
        setText('');
      }}
    >
      <TextField
        label="Answer as the contact"
        required
        value={text}
        onChange={setText}
        ref={field}
        autoComplete="off"
        placeholder="Type as the contact would"
      />
      <IconButton type="submit" look="plain" label="Say it" icon={<SendHorizontal size={15} aria-hidden />} />
    </form>
  );
}
