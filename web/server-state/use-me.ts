// Who is signed in, and the workspaces they are a member of.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { callerFor } from './caller.ts';
import { meKey } from './me-key.ts';

export type Me = OutputOf<'me'>;

export function useMe(): UseQueryResult<Me, ProblemError> {
  return useQuery<Me, ProblemError>({
    queryKey: meKey,
    queryFn: () => callerFor(undefined)('me'),
    staleTime: 60_000,
  });
}
