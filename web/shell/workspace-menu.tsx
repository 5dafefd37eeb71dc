// Shows the workspace one is in and switches to another.
import { ChevronsUpDown } from 'lucide-react';
import { LogoMark } from '../design/logo-mark.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Session, Workspace } from './session.ts';

export interface WorkspaceMenuProps {
  session: Session;
  onWorkspace: (workspace: Workspace) => void;
}

export function WorkspaceMenu({ session, onWorkspace }: WorkspaceMenuProps) {
  const { workspace, workspaces } = session;
  const acts = workspaces.map((one) => ({
    label: one.name,
    icon: <LogoTile name={one.name} size={20} />,
    chosen: one.id === workspace.id,
    onPick: () => onWorkspace(one),
  }));
  return (
    <Menu
      align="start"
      groups={[{ label: 'Workspaces', acts }]}
      opener={
        <button type="button" className="workspace-menu">
          <LogoMark size={28} />
          <span className="workspace-menu-words">
            <strong>{workspace.name}</strong>
            <small>{workspace.role}</small>
            <span className="unseen">, switch workspace</span>
          </span>
          <ChevronsUpDown size={14} aria-hidden />
        </button>
      }
    />
  );
}
