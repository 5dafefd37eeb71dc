// What is kept for how long: the kinds of things that grow old, and what is said about each.

export const keptKinds = ['event', 'unheard', 'refused', 'message'] as const;
export type KeptKind = (typeof keptKinds)[number];

interface Kept {
  readonly label: string;
  readonly says: string;
}

export const kept: Readonly<Record<KeptKind, Kept>> = {
  event: {
    label: 'Events and runs',
    says: 'With their stories. What is parked or waiting stays, however old it is.',
  },
  unheard: {
    label: 'Events that nobody heard',
    says: 'So long a new subscription can still catch up on them.',
  },
  refused: { label: 'Refused requests', says: 'Kept for the developer of the app, to see what was wrong.' },
  message: { label: 'Messages', says: 'What bots, contacts and your team have said to one another.' },
};

/** Days of each kind; null is for ever. */
export type KeepDays = Readonly<Record<KeptKind, number | null>>;

export const usualKeepDays: KeepDays = { event: 90, unheard: 14, refused: 30, message: null };

/** A workspace may keep things for a shorter time than the operator, and no part of the events longer than events. */
export function daysThatHold(operator: KeepDays, own: KeepDays): KeepDays {
  const event = shorter(operator.event, own.event);
  return {
    event,
    unheard: shorter(event, own.unheard ?? operator.unheard),
    refused: shorter(event, own.refused ?? operator.refused),
    message: shorter(operator.message, own.message),
  };
}

function shorter(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
