// My mini-apps: what this workspace builds.
import { Link } from '@tanstack/react-router';
import { Blocks, FileInput, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { CardGrid, CardGridSkeleton } from '../ui/card-grid.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { AppBadge } from './app-badge.tsx';
import { ImportNewApp } from '../imports/import-new-app.tsx';
import { CreateAppDialog } from './create-app-dialog.tsx';
import './builder.css';

export function MiniAppsScreen() {
  const apps = useOperation('listApps');
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  const load = (
    <Button icon={<FileInput size={16} aria-hidden />} onClick={() => setImporting(true)}>
      Import
    </Button>
  );
  const create = (
    <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      New mini-app
    </Button>
  );
  return (
    <Page
      title="My mini-apps"
      about="Wrap a service once; every bot can use it."
      acts={
        <>
          {load}
          {create}
        </>
      }
    >
      {apps.data !== undefined ? (
        <Apps rows={apps.data.rows} create={create} />
      ) : apps.error === null ? (
        <CardGridSkeleton />
      ) : (
        <QueryProblem error={apps.error} refetch={apps.refetch} />
      )}
      {importing ? <ImportNewApp onClose={() => setImporting(false)} /> : null}
      <CreateAppDialog open={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

type Rows = OutputOf<'listApps'>['rows'];

function Apps({ rows, create }: { rows: Rows; create: React.ReactNode }) {
  if (rows.length > 0) {
    return (
      <CardGrid label="My mini-apps">
        {rows.map((app) => (
          <AppCard key={app.id} app={app} />
        ))}
      </CardGrid>
    );
  }
  return (
    <Card>
      <EmptyState
        icon={<Blocks size={20} aria-hidden />}
        title="No mini-app yet"
        says="A mini-app wraps a service: its actions are what a bot can have it do, its triggers are what it tells the bot."
        act={create}
        example={<code>Acme Pay: Create payment link → Payment paid</code>}
      />
    </Card>
  );
}

function AppCard({ app }: { app: Rows[number] }) {
  return (
    <Link
      to="/mini-apps/$appId/$section"
      params={{ appId: app.id, section: 'settings' }}
      className="app-card"
    >
      <header>
        <LogoTile name={app.label} size={40} {...(app.logo === null ? {} : { picture: app.logo })} />
        <div>
          <h2>{app.label}</h2>
          <code>{app.name}</code>
        </div>
      </header>
      <p>{app.description === '' ? 'No description yet.' : app.description}</p>
      <footer>
        <AppBadge app={app} />
        <small>
          {app.installs} {app.installs === 1 ? 'install' : 'installs'} · <RelativeTime at={app.updatedAt} />
        </small>
      </footer>
    </Link>
  );
}
