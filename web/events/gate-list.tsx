// Gates as a checklist: each question, its answer in words, and the first "no" marked; what was not asked any more stays grey.
import { Check, Minus, X } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { ReactNode } from 'react';
import { timesInWords } from '../ui/times-in-words.ts';
import './gate-list.css';

export type GateView = OutputOf<'getEvent'>['arrival'][number];

export interface GateListProps {
  label: string;
  gates: readonly GateView[];
  /** The questions behind the first "no". */
  unasked?: readonly { name: string; label: string }[];
  /** The way to mend what stopped it, beside its words. */
  mend?: (mend: NonNullable<GateView['mend']>) => ReactNode;
}

export function GateList({ label, gates, unasked = [], mend }: GateListProps) {
  return (
    <ol className="gate-list" aria-label={label}>
      {gates.map((gate) => (
        <li key={gate.gate} data-verdict={gate.verdict}>
          {gate.verdict === 'pass' ? (
            <Check size={14} strokeWidth={2.4} role="img" aria-label="Yes" />
          ) : (
            <X size={14} strokeWidth={2.4} role="img" aria-label="No" />
          )}
          <span>{gate.label}</span>
          <div className="gate-list-says">
            <p>{timesInWords(gate.says)}</p>
            {gate.mend === null ? null : mend?.(gate.mend)}
          </div>
        </li>
      ))}
      {unasked.map((gate) => (
        <li key={gate.name} data-verdict="unasked">
          <Minus size={14} role="img" aria-label="Not asked" />
          <span>{gate.label}</span>
          <p>Not asked any more.</p>
        </li>
      ))}
    </ol>
  );
}
