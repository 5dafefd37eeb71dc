// What stands above the composer while a question wants more than words: a day, a time, several choices. Words are always taken too.
/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { AnswerHint } from '@bellwire/model/content/answer-hint.ts';
import type { Reply } from './message-buttons.tsx';

interface PanelProps<Is extends AnswerHint['is']> {
  readonly hint: Extract<AnswerHint, { is: Is }>;
  readonly onReply: Reply;
}

export function AnswerPanel({ hint, onReply }: { hint: AnswerHint; onReply: Reply }) {
  if (hint.is === 'date') return <DatePanel hint={hint} onReply={onReply} />;
  if (hint.is === 'datetime') return <DatetimePanel hint={hint} onReply={onReply} />;
  return hint.is === 'choices' ? <ChoicesPanel hint={hint} onReply={onReply} /> : null;
}

function DatePanel({ hint, onReply }: PanelProps<'date'>) {
  const [day, setDay] = useState('');
  // Noon, since midnight of some zones is another day.
  const words = () => new Date(`${day}T12:00`).toLocaleDateString(undefined, { dateStyle: 'long' });
  return (
    <Panel canSend={day !== ''} onSend={() => onReply(words(), day)}>
      <input
        type="date"
        aria-label="Day"
        min={hint.least ?? ''}
        max={hint.most ?? ''}
        value={day}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
    </Panel>
  );
}

function DatetimePanel({ onReply }: PanelProps<'datetime'>) {
  const [moment, setMoment] = useState('');
  const send = () => {
    const date = new Date(moment);
    // With its zone: the visitor means their own clock, wherever the bot is.
    onReply(date.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' }), date.toISOString());
  };
  return (
    <Panel canSend={moment !== ''} onSend={send}>
      <input
        type="datetime-local"
        aria-label="Day and time"
        value={moment}
        onInput={(event) => setMoment(event.currentTarget.value)}
      />
    </Panel>
  );
}

function ChoicesPanel({ hint: { options }, onReply }: PanelProps<'choices'>) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const toggle = (option: string) =>
    setPicked(picked.includes(option) ? picked.filter((one) => one !== option) : [...picked, option]);
  const words = options.filter((option) => picked.includes(option)).join(', ');
  return (
    <Panel canSend={picked.length > 0} onSend={() => onReply(words, words)}>
      <div className="options" role="group" aria-label="Choices">
        {options.map((option) => (
          <button
            type="button"
            key={option}
            aria-pressed={picked.includes(option)}
            onClick={() => toggle(option)}
          >
            {option}
          </button>
        ))}
      </div>
    </Panel>
  );
}

interface FrameProps {
  readonly canSend: boolean;
  readonly onSend: () => void;
  readonly children: preact.ComponentChildren;
}

function Panel({ canSend, onSend, children }: FrameProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSend) onSend();
  };
  return (
    <form className="answer-panel" aria-label="Your answer" onSubmit={submit}>
      {children}
      <button type="submit" className="answer" disabled={!canSend}>
        Answer
      </button>
    </form>
  );
}
