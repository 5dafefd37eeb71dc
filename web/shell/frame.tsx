// What surrounds every screen: the rail (a bar on phones), the command palette and the shelf for toasts.
import { lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTheme } from '../design/theme.ts';
import type { Command } from '../ui/command-palette.tsx';
import { ToastCorner } from '../ui/toast.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { places } from './places.ts';
import { Rail } from './rail.tsx';
import type { Session, Workspace } from './session.ts';
import { usePaletteKey } from './use-palette-key.ts';
import './frame.css';

/** Loaded when it is first asked for: the first screen does not wait for it. */
const CommandPalette = lazyRouteComponent(() => import('../ui/command-palette.tsx'), 'CommandPalette');

export interface FrameProps {
  session: Session;
  onWorkspace: (workspace: Workspace) => void;
  onSignOut: () => void;
  /** Small numbers beside places, by address: unread talks, parked events. */
  counts?: Readonly<Record<string, number>>;
  /** Commands of the present screen, on top of the places. */
  commands?: readonly Command[];
  children: ReactNode;
}

export function Frame({ session, onWorkspace, onSignOut, counts = {}, commands = [], children }: FrameProps) {
  /** Undefined until it is first asked for; closed it stays, so that it can fade away. */
  const [searching, setSearching] = useState<boolean>();
  usePaletteKey(useCallback(() => setSearching((now) => now !== true), []));
  const everywhere = useCommandsEverywhere(session, onWorkspace);
  const all = useMemo(() => [...commands, ...everywhere], [commands, everywhere]);
  const shared = { session, onWorkspace, onSignOut, counts };
  return (
    <div className="frame">
      <a className="frame-skip" href="#main">
        Skip to the content
      </a>
      <Rail {...shared} onSearch={() => setSearching(true)} />
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
      <BottomBar {...shared} onSearch={() => setSearching(true)} />
      {searching === undefined ? null : (
        <Suspense>
          <CommandPalette open={searching} onOpenChange={setSearching} commands={all} />
        </Suspense>
      )}
      <ToastCorner />
    </div>
  );
}

function useCommandsEverywhere(session: Session, onWorkspace: (workspace: Workspace) => void): Command[] {
  const navigate = useNavigate();
  const [, setTheme] = useTheme();
  return useMemo(() => {
    const goTo = places.map(({ to, label, about, icon: Icon }) => ({
      id: `go${to}`,
      group: 'Go to',
      label,
      about,
      icon: <Icon size={16} aria-hidden />,
      run: () => void navigate({ to }),
    }));
    const workspaces = session.workspaces.map((workspace) => ({
      id: `workspace-${workspace.id}`,
      group: 'Workspace',
      label: `Switch to ${workspace.name}`,
      run: () => onWorkspace(workspace),
    }));
    const themes = (['light', 'dark', 'system'] as const).map((theme) => ({
      id: `theme-${theme}`,
      group: 'Look',
      label: theme === 'system' ? 'Theme as the system' : `Theme ${theme}`,
      keywords: ['colour', 'dark', 'light'],
      run: () => setTheme(theme),
    }));
    return [...goTo, ...workspaces, ...themes];
  }, [session, onWorkspace, navigate, setTheme]);
}
