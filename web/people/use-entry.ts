// Signs in or up; afterwards the page knows who is there, and nothing of whoever was there before.
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { InputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { callerFor } from '../server-state/caller.ts';
import { meKey } from '../server-state/me-key.ts';
import type { Me } from '../server-state/use-me.ts';

type Entry = 'signIn' | 'signUp';

export function useEntry<Way extends Entry>(way: Way): UseMutationResult<Me, ProblemError, InputOf<Way>> {
  const queries = useQueryClient();
  return useMutation<Me, ProblemError, InputOf<Way>>({
    mutationFn: (input) => callerFor(undefined)(way, input),
    onSuccess: (me) => {
      // Not clear(): it would take this answer from under the screen that watches it, which then stays the sign-in screen.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
      queries.setQueryData(meKey, me);
    },
  });
}
