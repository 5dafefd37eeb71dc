// The runs that the address asks for: its status and its page.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { runStatuses, type RunStatus } from '@bellwire/model/run.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';

const LIVE_MS = 5_000;

export function useRunList() {
  const { status, page } = useSearch({ from: '/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const after = pageAfter(page);
  const query = { ...(isRunStatus(status) && { status }), ...(after !== undefined && { after }) };
  return {
    status,
    page,
    runs: useOperation('listRuns', query, { pollMs: page === undefined && LIVE_MS, keepPrevious: true }),
    filter: (next: string | undefined) => void navigate({ search: { status: next } }),
    turn: (trail: string | undefined) => void navigate({ search: (before) => ({ ...before, page: trail }) }),
  };
}

function isRunStatus(status: string | undefined): status is RunStatus {
  return runStatuses.some((known) => known === status);
}
