// The events that the address asks for: its search, its state, its page; live on the newest page.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { isEventState } from './event-states.ts';

const LIVE_MS = 2_000;

export function useEventList() {
  const { search, state, page } = useSearch({ from: '/events' });
  const navigate = useNavigate({ from: '/events' });
  const [live, setLive] = useState(true);
  const after = pageAfter(page);
  const query = {
    ...(search !== undefined && { search }),
    ...(isEventState(state) && { state }),
    ...(after !== undefined && { after }),
  };
  // An older page does not change any more.
  const isLive = live && page === undefined;
  return {
    search,
    state,
    page,
    isLive,
    setLive,
    events: useOperation('listEvents', query, { pollMs: isLive && LIVE_MS, keepPrevious: true }),
    filter: (next: { search?: string | undefined; state?: string | undefined }) =>
      void navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace: true }),
    turn: (trail: string | undefined) => void navigate({ search: (before) => ({ ...before, page: trail }) }),
  };
}
