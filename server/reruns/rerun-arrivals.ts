// What the next items of a rerun put into the lanes: one line for each kind of rerun.
import type { RerunKind } from '@bellwire/model/rerun.ts';
import type { Arrival } from '../lanes/arrival.ts';
import type { RerunRef, RerunSettings } from '../lanes/rerun-ref.ts';

export interface NextItem {
  readonly place: number;
  readonly event_id: string | null;
  readonly run_id: string | null;
  /** Null when the event, or the run, is gone, or the event's contact is not known. */
  readonly lane: string | null;
  /** How many subscriptions the event has met. */
  readonly decisions: number;
}

interface Rerun {
  readonly id: string;
  readonly kind: RerunKind;
  readonly settings: RerunSettings;
}

interface Sorted {
  readonly arrivals: readonly { readonly place: number; readonly lane: string; readonly arrival: Arrival }[];
  /** Events that met no subscription yet. */
  readonly whole: readonly { readonly place: number; readonly eventId: string }[];
  readonly gone: readonly number[];
}

const arrivalOf: {
  readonly [Kind in RerunKind]: (item: NextItem, settings: RerunSettings, rerun: RerunRef) => Arrival | null;
} = {
  parked: ({ event_id: eventId }, _settings, rerun) =>
    eventId === null ? null : { kind: 'unpark', eventId, rerun },
  'catch-up': ({ event_id: eventId }, { subscriptionId }, rerun) =>
    eventId === null || subscriptionId === undefined
      ? null
      : { kind: 'hear', eventId, subscriptionId, rerun },
  replay: ({ event_id: eventId, run_id: runId }, { replay }, rerun) =>
    runId === null || replay === undefined ? null : { kind: 'replay', runId, eventId, rerun, ...replay },
};

export function rerunArrivals({ id, kind, settings }: Rerun, items: readonly NextItem[]): Sorted {
  const arrivals: { place: number; lane: string; arrival: Arrival }[] = [];
  const whole: { place: number; eventId: string }[] = [];
  const gone: number[] = [];
  for (const item of items) {
    const { place, lane, event_id: eventId } = item;
    const arrival = arrivalOf[kind](item, settings, { id, place });
    if (kind === 'parked' && item.decisions === 0 && eventId !== null) whole.push({ place, eventId });
    else if (lane === null || arrival === null) gone.push(place);
    else arrivals.push({ place, lane, arrival });
  }
  return { arrivals, whole, gone };
}
