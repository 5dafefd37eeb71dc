// What is worked again because a person asked: parked events, events that nobody heard, replays of runs.

export const rerunKinds = ['parked', 'replay', 'catch-up'] as const;
export type RerunKind = (typeof rerunKinds)[number];

export const rerunStates = ['running', 'paused', 'cancelled', 'done'] as const;
export type RerunState = (typeof rerunStates)[number];

/**
 * Of one event or run in it. `stopped`: a gate said no again, or there was nothing left to do; its words tell which.
 * `failed`: an error of ours.
 */
export const rerunItemStates = ['waiting', 'under-way', 'done', 'stopped', 'failed'] as const;
export type RerunItemState = (typeof rerunItemStates)[number];

/** How many a second go into the lanes, where nobody says otherwise. */
export const USUAL_PACE = 5;
export const FASTEST_PACE = 200;
