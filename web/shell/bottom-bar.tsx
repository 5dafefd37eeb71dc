// The rail's place on phones: the four most used places, and everything else behind "More".
import { Link } from '@tanstack/react-router';
import { Menu as MenuIcon, Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { AccountMenu } from './account-menu.tsx';
import { places } from './places.ts';
import { PlaceLinks } from './rail.tsx';
import type { RailProps } from './rail.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

export function BottomBar({ session, onWorkspace, onSignOut, onSearch, counts }: RailProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <nav className="bottom-bar" aria-label="Places">
      {places
        .filter((place) => place.bar)
        .map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className="bottom-bar-place" activeOptions={{ exact: to === '/' }}>
            <Icon size={20} strokeWidth={1.8} aria-hidden />
            {label}
            {counts[to] === undefined ? null : <span className="place-count">{counts[to]}</span>}
          </Link>
        ))}
      <button type="button" className="bottom-bar-place" onClick={() => setOpen(true)}>
        <MenuIcon size={20} strokeWidth={1.8} aria-hidden />
        More
      </button>
      <Drawer open={open} onClose={close} title="Everything">
        <div className="bottom-bar-more">
          <WorkspaceMenu session={session} onWorkspace={onWorkspace} />
          <Button
            icon={<Search size={16} aria-hidden />}
            onClick={() => {
              close();
              onSearch();
            }}
          >
            Search places and acts
          </Button>
          <PlaceLinks counts={counts} onGo={close} />
          <AccountMenu session={session} onSignOut={onSignOut} />
        </div>
      </Drawer>
    </nav>
  );
}
