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
  /** 1 where it is all there is on the page. */
  level?: 1 | 2;
}

export function EmptyState({ icon, title, says, act, example, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className="empty-state">
      {icon === undefined ? null : <span className="empty-state-icon">{icon}</span>}
      <Title>{title}</Title>
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
