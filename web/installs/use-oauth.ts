// Leads the browser to the sign-in at an app's service; it comes back to the connected screen.
import type { InputOf } from '@bellwire/model/operations/all.ts';
import { useChange, type ChangeState } from '../server-state/use-change.ts';
import { useWorkspaceId } from '../server-state/use-workspace-id.ts';

type OAuthSignIn = Pick<ChangeState<'beginServiceSignIn'>, 'error' | 'isPending' | 'isSuccess'> & {
  begin: (sent: InputOf<'beginServiceSignIn'>) => void;
};

export function useOAuth(): OAuthSignIn {
  const change = useChange('beginServiceSignIn');
  const workspaceId = useWorkspaceId();
  const { error, isPending, isSuccess } = change;
  return {
    error,
    isPending,
    isSuccess,
    begin: (sent) =>
      change.mutate(sent, {
        onSuccess: ({ address }) => {
          window.sessionStorage.setItem(STORED, workspaceId ?? '');
          window.location.assign(address);
        },
      }),
  };
}

/** The service knows nothing of workspaces: the tab remembers in which one the sign-in was begun. */
const STORED = 'bellwire.sign-in.workspace';

/** `undefined` for the person's first one, too. */
export function workspaceOfSignIn(): string | undefined {
  return window.sessionStorage.getItem(STORED) || undefined;
}
