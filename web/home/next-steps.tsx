// The way from an empty workspace to a bot that acts, as a checklist; gone once all of it is done.
import { Check, ChevronRight } from 'lucide-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Card } from '../ui/card.tsx';

type NextStep = OutputOf<'home'>['nextSteps'][number];

interface StepWords {
  readonly label: string;
  readonly about: string;
  readonly to: NonNullable<LinkProps['to']>;
}

const words: Readonly<Record<NextStep['step'], StepWords>> = {
  'make-bot': {
    label: 'Make a bot',
    about: 'It gets a web chat of its own that you can try at once.',
    to: '/bots',
  },
  'install-app': {
    label: 'Install a mini-app',
    about: 'Payment, booking, shipping: what your bot can do beyond talking.',
    to: '/store',
  },
  subscribe: {
    label: 'Let a trigger start a flow',
    about: 'In the bot, under Automation: when the app fires, the flow runs for that contact.',
    to: '/bots',
  },
  'make-app': {
    label: 'Build a mini-app of your own',
    about: 'Wrap an API once, use it in every bot.',
    to: '/mini-apps',
  },
  talk: {
    label: 'Talk to your bot',
    about: 'Open its web chat and say something.',
    to: '/bots',
  },
};

export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const left = steps.filter((step) => !step.done);
  if (left.length === 0) return null;
  const next = left[0]?.step;
  return (
    <Card title="Next steps" about={`${steps.length - left.length} of ${steps.length} done`} flush>
      <ol className="next-steps">
        {steps.map(({ step, done }) => (
          <li key={step} data-done={done || undefined} data-next={step === next || undefined}>
            <span className="next-steps-mark">
              {done ? <Check size={13} strokeWidth={3} role="img" aria-label="Done" /> : null}
            </span>
            <div>
              <Link to={words[step].to}>{words[step].label}</Link>
              <p>{words[step].about}</p>
            </div>
            <ChevronRight size={16} aria-hidden />
          </li>
        ))}
      </ol>
    </Card>
  );
}
