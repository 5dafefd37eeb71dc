// Apps: what is installed in this workspace, and what of it needs somebody.
import { Link } from '@tanstack/react-router';
import { AppWindow } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { InstallBadge } from './install-badge.tsx';
import './installs.css';

type Install = OutputOf<'listInstalls'>['rows'][number];

export function InstallsScreen() {
  const installs = useOperation('listInstalls');
  const toStore = (
    <ButtonLink to="/store" look="primary">
      Find an app
    </ButtonLink>
  );
  return (
    <Page title="Apps" about="Mini-apps installed in this workspace." acts={toStore}>
      <Card flush>
        <Table
          label="Installed apps"
          {...tableState(installs, ({ rows }) => rows)}
          rowKey={({ id }) => id}
          columns={columns}
          opener={({ id }, content) => (
            <Link to="/apps/$installId" params={{ installId: id }}>
              {content}
            </Link>
          )}
          empty={
            <EmptyState
              icon={<AppWindow size={20} aria-hidden />}
              title="No app is installed yet"
              says="An installed app gives your bots its actions, and tells them of events such as a payment."
              act={toStore}
            />
          }
        />
      </Card>
    </Page>
  );
}

const columns: readonly Column<Install>[] = [
  {
    key: 'name',
    label: 'App',
    sortBy: ({ name }) => name,
    cell: ({ name, appLabel, logo }) => (
      <span className="install-name">
        <LogoTile name={appLabel} size={32} {...(logo === null ? {} : { picture: logo })} />
        <span>
          <strong>{name}</strong>
          {name === appLabel ? null : <small>{appLabel}</small>}
        </span>
      </span>
    ),
  },
  {
    key: 'state',
    label: 'State',
    sortBy: ({ state }) => state,
    cell: ({ state }) => <InstallBadge state={state} />,
  },
  {
    key: 'triggers',
    label: 'Triggers',
    align: 'end',
    sortBy: ({ triggers }) => triggers.length,
    cell: ({ triggers }) => triggers.length,
  },
  {
    key: 'actions',
    label: 'Actions',
    align: 'end',
    sortBy: ({ actions }) => actions.length,
    cell: ({ actions }) => actions.length,
  },
  {
    key: 'version',
    label: 'Version',
    align: 'end',
    sortBy: ({ version }) => version,
    cell: ({ version }) => version,
  },
  {
    key: 'installed',
    label: 'Installed',
    align: 'end',
    sortBy: ({ installedAt }) => installedAt,
    cell: ({ installedAt }) => <RelativeTime at={installedAt} />,
  },
];
