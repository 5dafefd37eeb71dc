// The left rail: workspace, places, account; only icons where the window is narrow.
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { AccountMenu } from './account-menu.tsx';
import { places } from './places.ts';
import type { Session, Workspace } from './session.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

export interface RailProps {
  session: Session;
  onWorkspace: (workspace: Workspace) => void;
  onSignOut: () => void;
  onSearch: () => void;
  counts: Readonly<Record<string, number>>;
}

export function Rail({ session, onWorkspace, onSignOut, onSearch, counts }: RailProps) {
  return (
    <aside className="rail" aria-label="Workspace and places">
      <WorkspaceMenu session={session} onWorkspace={onWorkspace} />
      <button type="button" className="rail-search" onClick={onSearch} title="Search (Ctrl K)">
        <Search size={15} aria-hidden />
        <span>Search</span>
        <kbd>Ctrl K</kbd>
      </button>
      <nav aria-label="Places" className="rail-places">
        <PlaceLinks counts={counts} />
      </nav>
      <AccountMenu session={session} onSignOut={onSignOut} />
    </aside>
  );
}

/** The places as links; also what "More" shows on a phone. */
export function PlaceLinks({
  counts,
  onGo,
}: {
  counts: Readonly<Record<string, number>>;
  onGo?: () => void;
}) {
  return places.map(({ to, label, icon: Icon }) => (
    <Link
      key={to}
      to={to}
      className="place"
      activeOptions={{ exact: to === '/' }}
      title={label}
      {...(onGo === undefined ? {} : { onClick: onGo })}
    >
      <Icon size={17} strokeWidth={1.8} aria-hidden />
      <span className="place-label">{label}</span>
      {counts[to] === undefined ? null : <span className="place-count">{counts[to]}</span>}
    </Link>
  ));
}
