// Why something is parked, in words, and what can be done: the gates that park, and what parks before or behind them.
import type { Mend } from '@bellwire/model/decision.ts';
import { gateLabel, mendOf } from './gates.ts';

export interface ParkedReason {
  readonly name: string;
  readonly label: string;
  /** What to do, as a sentence. */
  readonly advice: string;
  /** Null where nothing that a person can do here lets it run. */
  readonly mend: Mend | null;
}

const besidesGates: readonly ParkedReason[] = [
  {
    name: 'contact-not-found',
    label: 'There is no such contact',
    advice: 'Make the contact, or correct the app that fires; then run these events.',
    mend: { label: 'Choose the contact', at: 'unmatched' },
  },
  {
    name: 'contact-gone',
    label: 'The contact has been removed',
    advice: 'Nothing brings the contact back. Dismiss these events.',
    mend: null,
  },
  {
    name: 'subscription-gone',
    label: 'The subscription has been removed',
    advice: 'Nothing listens to these events any more. Dismiss them.',
    mend: null,
  },
  {
    name: 'internal',
    label: 'Something went wrong on our side',
    advice: "The server's log has the error. Run these events again once it is mended.",
    mend: null,
  },
];

/** A reason that this version does not know came from a newer one: it is still listed, and can still be run. */
export function parkedReason(name: string): ParkedReason {
  const known = besidesGates.find((reason) => reason.name === name);
  if (known !== undefined) return known;
  const mend = mendOf({ gate: name, verdict: 'stop', facts: {} });
  const advice =
    mend === null
      ? 'Look into one of these events, then run them again.'
      : `${mend.label}, then run these events.`;
  return { name, label: `Stopped at “${gateLabel(name)}”`, advice, mend };
}
