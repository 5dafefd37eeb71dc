// Writes through the API, and has every answer on the page asked again when that succeeded.
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { InputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { callerFor } from './caller.ts';
import { useWorkspaceId } from './use-workspace-id.ts';

export type ChangeState<Name extends OperationName> = UseMutationResult<
  OutputOf<Name>,
  ProblemError,
  InputOf<Name>
>;

/**
 * Which answers a change touches is not tracked: a screen shows few of them, and a forgotten one would show what is no longer true.
 *
 * @example
 * const create = useChange('createBot');
 * create.mutate({ name }, { onSuccess: (bot) => open(bot.id) });
 */
export function useChange<Name extends OperationName>(name: Name): ChangeState<Name> {
  const workspaceId = useWorkspaceId();
  const queries = useQueryClient();
  return useMutation<OutputOf<Name>, ProblemError, InputOf<Name>>({
    mutationFn: (input) => callerFor(workspaceId)(name, input),
    onSuccess: () => void queries.invalidateQueries(),
  });
}
