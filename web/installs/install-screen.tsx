// The install wizard: consent, what the app needs, the installing itself, and the key that is shown once.
import { Link, useParams } from '@tanstack/react-router';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { LogoTile } from '../ui/logo-tile.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InstallWizard } from './install-wizard.tsx';

export function InstallScreen() {
  const { appId } = useParams({ from: '/store/$appId/install' });
  const listing = useOperation('getListing', { appId });
  return (
    <Page
      width="reading"
      crumbs={[
        <Link key="store" to="/store">
          Store
        </Link>,
        <Link key="app" to="/store/$appId" params={{ appId }}>
          {listing.data?.label ?? 'App'}
        </Link>,
      ]}
      title={listing.data === undefined ? 'Install' : <InstallTitle listing={listing.data} />}
    >
      {listing.data !== undefined ? (
        <InstallWizard listing={listing.data} />
      ) : listing.error === null ? (
        <Skeleton width="100%" />
      ) : (
        <QueryProblem error={listing.error} refetch={listing.refetch} />
      )}
    </Page>
  );
}

function InstallTitle({ listing: { label, logo } }: { listing: OutputOf<'getListing'> }) {
  return (
    <span className="listing-title">
      <LogoTile name={label} size={32} {...(logo === null ? {} : { picture: logo })} />
      Install {label}
    </span>
  );
}
