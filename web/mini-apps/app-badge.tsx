// The state of a mini-app as its developer sees it.
import { Badge } from '../ui/badge.tsx';
import type { AppView } from './use-app-draft.ts';

type Shown = Pick<AppView, 'state' | 'publishedVersion' | 'hasUnpublishedChanges' | 'review'>;

export function AppBadge({ app }: { app: Shown }) {
  if (app.state === 'suspended') return <Badge tone="bad">suspended</Badge>;
  if (app.publishedVersion === null) return <Badge>draft</Badge>;
  return (
    <>
      <Badge tone={app.state === 'public' ? 'ok' : 'accent'}>
        {app.state} · v{app.publishedVersion}
      </Badge>
      {app.review?.is === 'asked' ? <Badge tone="warn">v{app.review.version} in review</Badge> : null}
      {app.review?.is === 'rejected' ? <Badge tone="bad">v{app.review.version} rejected</Badge> : null}
      {app.hasUnpublishedChanges ? <Badge tone="warn">changed since</Badge> : null}
    </>
  );
}
