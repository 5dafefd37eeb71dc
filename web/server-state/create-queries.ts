// Makes the store of all answers of the API: what is asked again, when, and what an ended session does.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { problems } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/sdk/client.ts';
import { meKey } from './me-key.ts';

const TRIES = 2;

export function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => askWhoIsThere(queries, error) }),
    defaultOptions: { queries: { staleTime: 10_000, retry: mayHelp } },
  });
  return queries;
}

/** What a person has to mend is not mended by asking again. */
function mayHelp(failures: number, error: unknown): boolean {
  return error instanceof ProblemError && problems[error.code].who !== 'person' && failures < TRIES;
}

/** A session that ended shows the sign-in screen in place of every screen's own complaint. */
function askWhoIsThere(queries: QueryClient, error: unknown): void {
  const me = queries.getQueryState(meKey);
  if (!(error instanceof ProblemError) || error.code !== 'not-signed-in' || me?.status !== 'success') return;
  void queries.invalidateQueries({ queryKey: meKey });
}
