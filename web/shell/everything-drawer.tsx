// What is behind "More" on a phone: the workspace, the search, every place, the account.
import { Search } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { AccountMenu } from './account-menu.tsx';
import { PlaceLinks } from './rail.tsx';
import type { RailProps } from './rail.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

export interface EverythingDrawerProps extends RailProps {
  open: boolean;
  onClose: () => void;
}

export function EverythingDrawer(props: EverythingDrawerProps) {
  const { open, onClose, session, onWorkspace, onSignOut, onSearch, counts } = props;
  return (
    <Drawer open={open} onClose={onClose} title="Everything">
      <div className="bottom-bar-more">
        <WorkspaceMenu session={session} onWorkspace={onWorkspace} />
        <Button
          icon={<Search size={16} aria-hidden />}
          onClick={() => {
            onClose();
            onSearch();
          }}
        >
          Search places and acts
        </Button>
        <PlaceLinks counts={counts} onGo={onClose} />
        <AccountMenu session={session} onSignOut={onSignOut} />
      </div>
    </Drawer>
  );
}
