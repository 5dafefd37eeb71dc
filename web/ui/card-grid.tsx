// Cards side by side, as many as there is room for.
import type { ReactNode } from 'react';
import { Skeleton } from './skeleton.tsx';
import './card-grid.css';

export function CardGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="card-grid" aria-label={label}>
      {children}
    </section>
  );
}

/** What stands there while the cards are on their way. */
export function CardGridSkeleton() {
  return (
    <div className="card-grid" aria-busy>
      {[0, 1, 2].map((place) => (
        <div key={place} className="card-grid-waiting">
          <Skeleton width="60%" />
          <Skeleton width="90%" />
          <Skeleton width="40%" />
        </div>
      ))}
    </div>
  );
}
