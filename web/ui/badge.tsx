// A short state or count; the word carries the meaning, the colour only repeats it.
import type { ReactNode } from 'react';
import './badge.css';

export type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'bad';

export function Badge({
  tone = 'plain',
  dot = false,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span className="badge" data-tone={tone}>
      {dot ? <span className="badge-dot" aria-hidden /> : null}
      {children}
    </span>
  );
}
