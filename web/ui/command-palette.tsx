// Every act and every place by its name.
import { Dialog as Base } from '@base-ui/react/dialog';
import { SearchList } from './search-list.tsx';
import type { SearchItem } from './search-list.tsx';
import './command-palette.css';

export interface Command extends SearchItem {
  run: () => void;
}

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
}

export function CommandPalette({ open, onOpenChange, commands }: CommandPaletteProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="dialog-scrim" />
        <Base.Popup className="command-palette" aria-label="Commands">
          <SearchList
            label="Search places and acts"
            placeholder="Where to, or what to do?"
            items={commands}
            onLeave={() => onOpenChange(false)}
            onPick={(command) => {
              onOpenChange(false);
              command.run();
            }}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
