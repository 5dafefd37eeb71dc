// What is shown where the address names a workspace that this person is not, or no longer, a member of.
import { DoorClosed } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function NoWorkspaceScreen() {
  return (
    <main>
      <EmptyState
        level={1}
        icon={<DoorClosed size={20} aria-hidden />}
        title="You are not a member of this workspace"
        says="Whoever sent you the address can invite you to it. Your own workspaces are one click away."
        act={
          <ButtonLink to="/" search={{ workspace: undefined }} look="primary">
            Go to my workspace
          </ButtonLink>
        }
      />
    </main>
  );
}
