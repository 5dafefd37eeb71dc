// The states and sources of an event.

/**
 * `waiting`: accepted, in its contact's lane. `done`: at least one flow ran. `filtered`: listeners were there, none let it in.
 * `unheard`: nobody listens. `parked`: kept until a cause is repaired. `dismissed`: it was parked, and a person decided that it
 * shall not run. `refused`: never accepted; the caller was told why.
 */
export const eventStates = [
  'waiting',
  'done',
  'filtered',
  'unheard',
  'parked',
  'dismissed',
  'refused',
] as const;
export type EventState = (typeof eventStates)[number];

export const eventSources = ['api', 'flow', 'test'] as const;
export type EventSource = (typeof eventSources)[number];

/**
 * What a fire is answered. `accepted`: in its contact's lane, and somebody listens. `unheard`: in its contact's lane too, but no
 * subscription is on. `duplicate`: the idempotency key had come before with the same body. `parked`: kept, the contact is not known.
 */
export const firedStatuses = ['accepted', 'unheard', 'duplicate', 'parked'] as const;
export type FiredStatus = (typeof firedStatuses)[number];
