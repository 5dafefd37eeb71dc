// The states and sources of an event.

/**
 * `waiting`: accepted, in its contact's lane. `done`: at least one flow ran. `filtered`: listeners were there, none let it in.
 * `unheard`: nobody listens. `parked`: kept until a cause is repaired. `refused`: never accepted; the caller was told why.
 */
export const eventStates = ['waiting', 'done', 'filtered', 'unheard', 'parked', 'refused'] as const;
export type EventState = (typeof eventStates)[number];

export const eventSources = ['api', 'flow', 'test'] as const;
export type EventSource = (typeof eventSources)[number];
