// A bordered sheet for one subject, with an optional title and acts.
import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  title?: ReactNode;
  about?: ReactNode;
  acts?: ReactNode;
  /** No inner space: for a table or a list that reaches the edges. */
  flush?: boolean;
  children?: ReactNode;
}

export function Card({ title, about, acts, flush = false, children }: CardProps) {
  return (
    <section className="card" data-flush={flush || undefined}>
      {title === undefined && acts === undefined ? null : (
        <header className="card-head">
          <div>
            {title === undefined ? null : <h2 className="card-title">{title}</h2>}
            {about === undefined ? null : <p className="card-about">{about}</p>}
          </div>
          {acts === undefined ? null : <div className="card-acts">{acts}</div>}
        </header>
      )}
      {children === undefined ? null : <div className="card-body">{children}</div>}
    </section>
  );
}
