// The workspace one works in, as the address names it; none means the person's first.
import { useSearch } from '@tanstack/react-router';

export function useWorkspaceId(): string | undefined {
  return useSearch({ from: '__root__' }).workspace;
}
