// Says where one is (crumbs and title) and holds the one main act of the page.
import type { ReactNode } from 'react';
import './page-header.css';

export interface PageHeaderProps {
  /** Links to what is above, outermost first. */
  crumbs?: readonly ReactNode[];
  title: ReactNode;
  about?: ReactNode;
  /** Beside the title: a state, a version. */
  mark?: ReactNode;
  /** Quiet acts first, the one main act last. */
  acts?: ReactNode;
}

export function PageHeader({ crumbs = [], title, about, mark, acts }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {crumbs.length === 0 ? null : (
          <nav aria-label="You are here" className="page-header-crumbs">
            {crumbs.map((crumb, place) => (
              <span key={place}>{crumb}</span>
            ))}
          </nav>
        )}
        <div className="page-header-title">
          <h1>{title}</h1>
          {mark}
        </div>
        {about === undefined ? null : <p className="page-header-about">{about}</p>}
      </div>
      {acts === undefined ? null : <div className="page-header-acts">{acts}</div>}
    </header>
  );
}
