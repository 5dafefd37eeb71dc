// The pager of a list whose pages are kept in the address; nothing where all of it is on one page.
import { Pager } from '../ui/pager.tsx';
import { newerTrail, olderTrail, pageNumber } from './page-trail.ts';

export interface TrailPagerProps {
  trail: string | undefined;
  /** Where the next page begins, as the list's answer says. */
  next: string | null | undefined;
  count: number;
  onTurn: (trail: string | undefined) => void;
}

export function TrailPager({ trail, next, count, onTurn }: TrailPagerProps) {
  if (trail === undefined && (next === null || next === undefined)) return null;
  return (
    <Pager
      says={`Page ${pageNumber(trail)}, ${count} rows`}
      onNewer={trail === undefined ? undefined : () => onTurn(newerTrail(trail))}
      onOlder={next === null || next === undefined ? undefined : () => onTurn(olderTrail(trail, next))}
    />
  );
}
