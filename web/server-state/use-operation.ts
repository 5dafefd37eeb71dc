// Reads from the API: the answer of an operation, kept and refreshed by react-query.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { callerFor } from './caller.ts';
import { operationKey } from './operation-key.ts';
import { useWorkspaceId } from './use-workspace-id.ts';

export interface OperationOptions {
  /** False keeps it from being asked, for instance until something is chosen. */
  enabled?: boolean;
  /** Asks again after so many milliseconds, while the page is seen. */
  pollMs?: number | false;
  /** Shows the answer to the input before until the new one is there: for searches and pages of a list. */
  keepPrevious?: boolean;
}

export type OperationState<Name extends OperationName> = UseQueryResult<OutputOf<Name>, ProblemError>;

/**
 * Every `useChange` that succeeds has all of them asked again.
 *
 * @example const bot = useOperation('getBot', { botId });
 * @example const events = useOperation('listEvents', { search }, { pollMs: 2_000, keepPrevious: true });
 */
export function useOperation<Name extends OperationName>(
  name: Name,
  input?: InputOf<Name>,
  { enabled = true, pollMs = false, keepPrevious = false }: OperationOptions = {},
): OperationState<Name> {
  const workspaceId = useWorkspaceId();
  return useQuery<OutputOf<Name>, ProblemError>({
    queryKey: operationKey(workspaceId, name, input),
    queryFn: () => callerFor(workspaceId)(name, input),
    enabled,
    refetchInterval: pollMs,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });
}
