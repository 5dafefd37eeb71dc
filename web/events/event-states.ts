// What the states of an event are called, and how they look.
import { eventStates, type EventState } from '@bellwire/model/event.ts';
import type { Tone } from '../ui/badge.tsx';

interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

export const eventStateWords: Readonly<Record<EventState, StateWords>> = {
  waiting: { label: 'Waiting', tone: 'accent' },
  done: { label: 'Done', tone: 'ok' },
  filtered: { label: 'Filtered', tone: 'plain' },
  unheard: { label: 'Nobody listens', tone: 'plain' },
  parked: { label: 'Parked', tone: 'warn' },
  dismissed: { label: 'Dismissed', tone: 'plain' },
  refused: { label: 'Refused', tone: 'bad' },
};

export function isEventState(state: string | undefined): state is EventState {
  return eventStates.some((known) => known === state);
}
