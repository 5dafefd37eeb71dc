// A quiet list of sections beside a page; on phones one row that scrolls.
import { useEffect, useRef, type ReactNode } from 'react';
import './section-nav.css';

export interface SectionNavProps {
  label: string;
  /** The section that is shown: in the row of a phone it comes into sight. */
  shown?: string;
  /** The links carry aria-current="page" for the one shown (TanStack's Link sets it by itself). */
  children: ReactNode;
}

export function SectionNav({ label, shown, children }: SectionNavProps) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <nav ref={nav} className="section-nav" aria-label={label}>
      {children}
    </nav>
  );
}
