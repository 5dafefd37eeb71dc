// The filters of the list of events, as the address keeps them and as the API asks for them.
import { eventSources, type EventSource } from '@bellwire/model/event.ts';
import type { InputOf } from '@bellwire/model/operations/all.ts';
import { isEventState } from './event-states.ts';
import type { filterNames } from './filter-names.ts';

export type EventFilters = { readonly [Name in (typeof filterNames)[number]]?: string | undefined };

const HOUR_MS = 3_600_000;

export const spans = [
  { value: 'hour', label: 'Last hour', ms: HOUR_MS },
  { value: 'day', label: 'Last 24 hours', ms: 24 * HOUR_MS },
  { value: 'week', label: 'Last 7 days', ms: 7 * 24 * HOUR_MS },
  { value: 'month', label: 'Last 30 days', ms: 30 * 24 * HOUR_MS },
] as const;

export const sourceWords: Readonly<Record<EventSource, string>> = {
  api: 'The API',
  flow: 'A flow of an app',
  test: 'A test',
};

/** The span begins at a whole minute, so that a list that is opened again soon keeps its name. */
export function eventQuery(filters: EventFilters, now: Date): InputOf<'listEvents'> {
  const { search, state, span, app, trigger, bot, source } = filters;
  const ms = spans.find(({ value }) => value === span)?.ms;
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  return {
    ...(search !== undefined && { search }),
    ...(isEventState(state) && { state }),
    ...(ms !== undefined && { from: new Date(minute - ms).toISOString() }),
    ...(app !== undefined && { installId: app }),
    ...(trigger !== undefined && { trigger }),
    ...(bot !== undefined && { botId: bot }),
    ...(isEventSource(source) && { source }),
  };
}

function isEventSource(source: string | undefined): source is EventSource {
  return eventSources.some((known) => known === source);
}
