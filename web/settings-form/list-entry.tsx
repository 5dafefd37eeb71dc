// The sheet around one entry of a list, with the acts that move and remove it.
import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';

export interface ListEntryProps {
  /** Names the entry for those who do not see where it stands: "mapping 2". */
  says: string;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
  children: ReactNode;
}

export function ListEntry({ says, onUp, onDown, onRemove, children }: ListEntryProps) {
  const moves = [
    { label: 'Move up', icon: <ArrowUp size={14} aria-hidden />, onPick: onUp },
    { label: 'Move down', icon: <ArrowDown size={14} aria-hidden />, onPick: onDown },
  ].flatMap(({ onPick, ...act }) => (onPick === undefined ? [] : [{ ...act, onPick }]));
  const remove = {
    label: 'Remove',
    icon: <Trash2 size={14} aria-hidden />,
    danger: true,
    onPick: onRemove,
  };
  return (
    <div className="list-entry" role="group" aria-label={says}>
      <div className="list-entry-fields">{children}</div>
      <Menu
        opener={
          <IconButton
            size="small"
            label={`Move or remove ${says}`}
            icon={<EllipsisVertical size={14} aria-hidden />}
          />
        }
        groups={[...(moves.length > 0 ? [{ acts: moves }] : []), { acts: [remove] }]}
      />
    </div>
  );
}
