// Where an invitation leads: joins the workspace it is for, once one is signed in.
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import { meKey } from '../server-state/me-key.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

export function JoinScreen() {
  // Behind the "#", so that it is in no server's log.
  const { hash: token } = useLocation();
  const join = useChange('acceptInvitation');
  const enter = useEnter();
  if (token === '') return <NoToken />;
  return (
    <>
      <EmptyState
        level={1}
        icon={<MailOpen size={20} aria-hidden />}
        title="You are invited to a workspace"
        says="Join with the account of the e-mail address that was invited."
        act={
          <Button
            look="primary"
            busy={join.isPending}
            onClick={() => join.mutate({ token }, { onSuccess: ({ id }) => void enter(id) })}
          >
            Join the workspace
          </Button>
        }
      />
      {join.error === null ? null : <ProblemNote look="box" problem={problemWords(join.error)} />}
    </>
  );
}

function NoToken() {
  return (
    <EmptyState
      level={1}
      icon={<MailOpen size={20} aria-hidden />}
      title="This invitation is not whole"
      says="A part of the address is missing. Open it as it was given to you."
      act={<ButtonLink to="/">Go home</ButtonLink>}
    />
  );
}

/** The frame has to know of the new workspace before the address names it. */
function useEnter(): (workspaceId: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (workspaceId) => {
    await queries.invalidateQueries({ queryKey: meKey });
    await navigate({ to: '/', search: { workspace: workspaceId } });
  };
}
