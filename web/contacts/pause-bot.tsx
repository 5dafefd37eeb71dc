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

export function PauseBot({ contact, size = 'normal' }: { contact: Contact; size?: 'normal' | 'small' }) {
  const change = useChange('changeContact');
  const set = (pausedUntil: string | null, says: string) =>
    change.mutate(
      { contactId: contact.id, pausedUntil },
      {
        onSuccess: () => toast({ says }),
        onError: (error) => toast({ ...toastWords(problemWords(error)), tone: 'bad' }),
      },
    );
  if (isPaused(contact))
    return (
      <Button
        size={size}
        icon={<Play size={14} aria-hidden />}
        busy={change.isPending}
        onClick={() => set(null, 'The bot talks again.')}
      >
        Resume bot
      </Button>
    );
  return (
    <Menu
      opener={
        <Button size={size} icon={<Pause size={14} aria-hidden />} busy={change.isPending}>
          Pause bot
        </Button>
      }
      groups={[
        {
          label: 'The bot keeps quiet',
          acts: spans.map(({ label, hours }) => ({
            label,
            onPick: () =>
              set(
                new Date(Date.now() + hours * HOUR_MS).toISOString(),
                'The bot keeps quiet for this contact.',
              ),
          })),
        },
      ]}
    />
  );
}

function toastWords({ says, help }: { says: string; help?: string }) {
  return { says, ...(help !== undefined && { about: help }) };
}
