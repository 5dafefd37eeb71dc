// The contacts that the address asks for: its search and its page.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';

const LIVE_MS = 10_000;

export function useContactList() {
  const { search, page } = useSearch({ from: '/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const after = pageAfter(page);
  const query = { ...(search !== undefined && { search }), ...(after !== undefined && { after }) };
  return {
    search,
    page,
    contacts: useOperation('listContacts', query, {
      pollMs: page === undefined && LIVE_MS,
      keepPrevious: true,
    }),
    ask: (words: string | undefined) => void navigate({ search: { search: words }, replace: true }),
    turn: (trail: string | undefined) => void navigate({ search: (before) => ({ ...before, page: trail }) }),
  };
}
