// Facts about one thing, name and value in two columns.
import type { ReactNode } from 'react';
import './key-value.css';

export function KeyValue({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="key-value">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
