// When a run has had enough: after a time, or after so many events and faults, which then come to their end together.

export interface Goal {
  isReached(now: { readonly sent: number; readonly faults: number }): boolean;
  /** How many events may have been sent by the time so many faults have struck. */
  mostEvents(faults: number): number;
}

export interface Amounts {
  readonly minutes: number;
  /** Both or none: with them, the minutes do not count. */
  readonly events: number | undefined;
  readonly faults: number | undefined;
}

export function goalOf({ minutes, events, faults }: Amounts, startedAt = Date.now()): Goal {
  if (events === undefined || faults === undefined) {
    const until = startedAt + minutes * 60_000;
    return { isReached: () => Date.now() >= until, mostEvents: () => Number.POSITIVE_INFINITY };
  }
  return {
    isReached: (now) => now.sent >= events && now.faults >= faults,
    mostEvents: (struck) => Math.ceil((events * Math.min(faults, struck + 1)) / faults),
  };
}
