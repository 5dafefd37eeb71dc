// What is shown for an address that leads nowhere.
import { useLocation } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function NotFoundScreen() {
  const { pathname } = useLocation();
  return (
    <EmptyState
      level={1}
      icon={<Unplug size={20} aria-hidden />}
      title="This wire leads nowhere"
      says={`There is nothing at ${pathname}. It may have been deleted, or it belongs to another workspace.`}
      act={
        <ButtonLink to="/" look="primary">
          Go home
        </ButtonLink>
      }
    />
  );
}
