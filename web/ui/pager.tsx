// Older and newer pages of a list; the caller keeps the place in the address.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from './button.tsx';
import './table.css';

export interface PagerProps {
  /** "1–50 of 1,204", or as much as is known. */
  says: string;
  /** Absent where there is no such page. */
  onNewer?: (() => void) | undefined;
  onOlder?: (() => void) | undefined;
}

export function Pager({ says, onNewer, onOlder }: PagerProps) {
  return (
    <nav className="pager" aria-label="Pages">
      <span>{says}</span>
      <Button
        size="small"
        icon={<ChevronLeft size={14} aria-hidden />}
        disabled={onNewer === undefined}
        onClick={onNewer}
      >
        Newer
      </Button>
      <Button size="small" disabled={onOlder === undefined} onClick={onOlder}>
        Older
        <ChevronRight size={14} aria-hidden />
      </Button>
    </nav>
  );
}
