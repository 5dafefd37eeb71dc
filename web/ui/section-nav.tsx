// A quiet list of sections beside a page; on phones one row that scrolls.
import type { ReactNode } from 'react';
import './section-nav.css';

/** The links carry aria-current="page" for the one shown (TanStack's Link sets it by itself). */
export function SectionNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="section-nav" aria-label={label}>
      {children}
    </nav>
  );
}
