// Says something to the contact as a member of the team: Enter sends, Shift Enter makes a new line.
import { SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { MOST_MESSAGE_CHARACTERS } from '@bellwire/model/message.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';

export function SendBox({ contactId }: { contactId: string }) {
  const { text, setText, send, submit } = useMessage(contactId);
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter takes its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="send-box"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {send.error === null ? null : <ProblemNote problem={problemWords(send.error)} />}
      <TextArea
        label="Your message"
        hideLabel
        rows={2}
        placeholder="Write to the contact. Enter sends."
        maxLength={MOST_MESSAGE_CHARACTERS}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <Button
        type="submit"
        look="primary"
        icon={<SendHorizontal size={14} aria-hidden />}
        busy={send.isPending}
        disabled={text.trim() === ''}
      >
        Send
      </Button>
    </form>
  );
}

function useMessage(contactId: string) {
  const send = useChange('sendMessage');
  const [text, setText] = useState('');
  const submit = () => {
    const words = text.trim();
    if (words === '' || send.isPending) return;
    send.mutate({ contactId, content: { is: 'text', text: words } }, { onSuccess: () => setText('') });
  };
  return { text, setText, send, submit };
}
