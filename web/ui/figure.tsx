// One number with its name and, where there is one, its line over the day.
import type { ReactNode } from 'react';
import { Sparkline } from './sparkline.tsx';
import './figure.css';

export interface FigureProps {
  name: ReactNode;
  value: number;
  tone?: 'plain' | 'warn' | 'bad';
  line?: { values: readonly number[]; label: string };
  /** One line under it: what it means, or where to look. */
  about?: ReactNode;
}

export function FigureRow({ children }: { children: ReactNode }) {
  return <ul className="figure-row">{children}</ul>;
}

export function Figure({ name, value, tone = 'plain', line, about }: FigureProps) {
  return (
    <li className="figure-tile">
      <span className="figure-tile-name">{name}</span>
      <strong data-tone={tone}>{value.toLocaleString()}</strong>
      {line === undefined ? null : <Sparkline {...line} width={96} height={28} />}
      {about === undefined ? null : <small>{about}</small>}
    </li>
  );
}
