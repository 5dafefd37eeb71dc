// What a list says when there is nothing in it yet: one sentence, one act, and how it will look.
import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** One sentence: what this is for. */
  says: string;
  act?: ReactNode;
  /** A small, real example of what will stand here. */
  example?: ReactNode;
}

export function EmptyState({ icon, title, says, act, example }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon === undefined ? null : <span className="empty-state-icon">{icon}</span>}
      <h3>{title}</h3>
      <p>{says}</p>
      {act === undefined ? null : <div className="empty-state-act">{act}</div>}
      {example === undefined ? null : (
        <figure className="empty-state-example">
          <figcaption>For example</figcaption>
          {example}
        </figure>
      )}
    </div>
  );
}
