// The sheet around one entry of a list, with the acts that move and remove it.
import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';

export interface ListEntryProps {
  /** Names the entry for those who do not see where it stands: "mapping 2". */
  says: string;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
  children: ReactNode;
}

export function ListEntry({ says, onUp, onDown, onRemove, children }: ListEntryProps) {
  return (
    <div className="list-entry" role="group" aria-label={says}>
      <div className="list-entry-fields">{children}</div>
      <div className="list-entry-acts">
        <IconButton
          size="small"
          label={`Move ${says} up`}
          icon={<ChevronUp size={14} aria-hidden />}
          disabled={onUp === undefined}
          onClick={onUp}
        />
        <IconButton
          size="small"
          label={`Move ${says} down`}
          icon={<ChevronDown size={14} aria-hidden />}
          disabled={onDown === undefined}
          onClick={onDown}
        />
        <IconButton
          size="small"
          label={`Remove ${says}`}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
