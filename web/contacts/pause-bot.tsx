// Has the bot keep quiet for a contact for a while, so that a person can talk; or lets it talk again.
import { Pause, Play } from 'lucide-react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import type { Contact } from './contact-columns.tsx';
import { isPaused } from './is-paused.ts';

const HOUR_MS = 3_600_000;
const spans = [
  { label: 'For an hour', hours: 1 },
  { label: 'For a day', hours: 24 },
  { label: 'For a week', hours: 7 * 24 },
];

export function PauseBot({ contact }: { contact: Contact }) {
  const { isPending, pauseFor, resume } = usePause(contact.id);
  if (isPaused(contact))
    return (
      <Button icon={<Play size={14} aria-hidden />} busy={isPending} onClick={resume}>
        Resume bot
      </Button>
    );
  const acts = spans.map(({ label, hours }) => ({ label, onPick: () => pauseFor(hours) }));
  return (
    <Menu
      opener={
        <Button icon={<Pause size={14} aria-hidden />} busy={isPending}>
          Pause bot
        </Button>
      }
      groups={[{ label: 'The bot keeps quiet', acts }]}
    />
  );
}

function usePause(contactId: string) {
  const { mutate, isPending } = useChange('changeContact');
  const set = (pausedUntil: string | null, done: string) =>
    mutate(
      { contactId, pausedUntil },
      {
        onSuccess: () => toast({ says: done }),
        onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }),
      },
    );
  return {
    isPending,
    resume: () => set(null, 'The bot talks again.'),
    pauseFor: (hours: number) =>
      set(new Date(Date.now() + hours * HOUR_MS).toISOString(), 'The bot keeps quiet for this contact.'),
  };
}
