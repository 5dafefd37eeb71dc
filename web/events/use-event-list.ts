// The events that the address asks for: its search, its filters, its page; live on the newest page.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { eventQuery, type EventFilters } from './event-filters.ts';

const LIVE_MS = 2_000;

export function useEventList() {
  const { page, ...filters } = useSearch({ from: '/events' });
  const navigate = useNavigate({ from: '/events' });
  const [live, setLive] = useState(true);
  // A span is counted from when it was chosen: with a beginning that moves, each poll would be another list.
  const [chosenAt, setChosenAt] = useState(() => new Date());
  const after = pageAfter(page);
  const query = { ...eventQuery(filters, chosenAt), ...(after !== undefined && { after }) };
  // An older page does not change any more.
  const isLive = live && page === undefined;
  return {
    filters,
    query,
    page,
    isLive,
    setLive,
    events: useOperation('listEvents', query, { pollMs: isLive && LIVE_MS, keepPrevious: true }),
    filter: (next: EventFilters) => {
      setChosenAt(new Date());
      void navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace: true });
    },
    turn: (trail: string | undefined) => void navigate({ search: (before) => ({ ...before, page: trail }) }),
  };
}

export type EventList = ReturnType<typeof useEventList>;
