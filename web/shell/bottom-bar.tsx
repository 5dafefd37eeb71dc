// The rail's place on phones: the four most used places, and everything else behind "More".
import { lazyRouteComponent, Link } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { Suspense, useState } from 'react';
import { places } from './places.ts';
import type { RailProps } from './rail.tsx';

/** Loaded when it is first asked for: the first screen does not wait for it. */
const EverythingDrawer = lazyRouteComponent(() => import('./everything-drawer.tsx'), 'EverythingDrawer');

export function BottomBar(rail: RailProps) {
  const { counts } = rail;
  /** Undefined until it is first asked for; closed it stays, so that it can slide away. */
  const [open, setOpen] = useState<boolean>();
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
      {open === undefined ? null : (
        <Suspense>
          <EverythingDrawer {...rail} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  );
}
