// Where a play stands: what was made to happen, and how much of its story has been shown. Pure, so that it can be tested.
import type { Happening, PlayEvent } from '@bellwire/engine/play.ts';

export interface PlayState {
  /** When it began; null before. */
  readonly begunAt: string | null;
  readonly happenings: readonly Happening[];
  /** Events of the story; more than there are means all. */
  readonly shown: number;
}

export type Pace = 'one step' | 'to the next pause';

export const notBegun: PlayState = { begunAt: null, happenings: [], shown: 0 };

export function begin(now: string, pace: Pace): PlayState {
  return { begunAt: now, happenings: [], shown: pace === 'one step' ? 1 : Infinity };
}

/** `told`: the events of the story so far. */
export function goOn(state: PlayState, told: number, pace: Pace): PlayState {
  return { ...state, shown: pace === 'one step' ? Math.min(state.shown, told) + 1 : Infinity };
}

export function happen(state: PlayState, happening: Happening): PlayState {
  return { ...state, happenings: [...state.happenings, happening], shown: Infinity };
}

/** One step back; what led to a step that is taken back is taken back with it. */
export function back(state: PlayState, story: readonly PlayEvent[]): PlayState {
  const left = story.slice(0, Math.min(state.shown, story.length) - 1);
  const kept = left.at(-1)?.is === 'happened' ? left.slice(0, -1) : left;
  if (kept.length === 0) return notBegun;
  const happened = kept.filter((event) => event.is === 'happened').length;
  return { ...state, happenings: state.happenings.slice(0, happened), shown: kept.length };
}
