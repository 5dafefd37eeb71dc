// Asks the API once, at a press of a button: nothing on the page is asked again for it.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { InputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { callerFor } from './caller.ts';
import { useWorkspaceId } from './use-workspace-id.ts';

/** @example const attempt = useAsk('tryRequest'); attempt.mutate({ request }); attempt.data?.answer */
export function useAsk<Name extends OperationName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, ProblemError, InputOf<Name>> {
  const workspaceId = useWorkspaceId();
  return useMutation<OutputOf<Name>, ProblemError, InputOf<Name>>({
    mutationFn: (input) => callerFor(workspaceId)(name, input),
  });
}
