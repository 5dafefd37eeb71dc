// Ends the session; afterwards the page knows nobody.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callerFor } from '../server-state/caller.ts';
import { toast } from '../ui/toast.tsx';

export function useSignOut(): () => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => callerFor(undefined)('signOut'),
    // A page load, not only an empty store: nothing of the person stays in the memory of this window.
    onSuccess: () => window.location.assign('/'),
    onError: () => {
      void queries.invalidateQueries();
      toast({ says: 'You could not be signed out.', about: 'Try again in a moment.', tone: 'bad' });
    },
  });
  return mutate;
}
