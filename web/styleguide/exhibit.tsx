// One shelf of the style guide: a name, and things laid out beside each other.
import type { ReactNode } from 'react';
import './styleguide.css';

export function Exhibit({
  name,
  look = 'row',
  children,
}: {
  name: string;
  look?: 'row' | 'grid' | 'plain';
  children: ReactNode;
}) {
  return (
    <section className="exhibit" aria-label={name}>
      <h2>{name}</h2>
      <div className="exhibit-things" data-look={look}>
        {children}
      </div>
    </section>
  );
}
