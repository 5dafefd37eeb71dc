// The builder of one mini-app, once it is loaded.
import { useParams } from '@tanstack/react-router';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { BuilderFrame } from './builder-frame.tsx';

export function BuilderScreen() {
  const { appId, section } = useParams({ from: '/mini-apps/$appId/$section' });
  const app = useOperation('getApp', { appId });
  if (app.data !== undefined) return <BuilderFrame key={appId} view={app.data} section={section} />;
  return (
    <Page title={app.error === null ? <Skeleton width="180px" /> : 'Mini-app'}>
      {app.error === null ? (
        <Skeleton width="100%" />
      ) : (
        <QueryProblem error={app.error} refetch={app.refetch} />
      )}
    </Page>
  );
}
