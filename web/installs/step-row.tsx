// Where one stands in a row of steps.
import { Check, LoaderCircle, X } from 'lucide-react';
import './installs.css';

export interface StepMark {
  readonly label: string;
  readonly is: 'done' | 'now' | 'failed' | 'later';
}

export function StepRow({ steps }: { steps: readonly StepMark[] }) {
  return (
    <ol className="step-row" aria-label="Steps">
      {steps.map(({ label, is }, place) => (
        <li key={label} data-is={is} aria-current={is === 'now' ? 'step' : undefined}>
          <span className="step-row-mark" aria-hidden>
            {is === 'done' ? (
              <Check size={13} strokeWidth={3} />
            ) : is === 'failed' ? (
              <X size={13} strokeWidth={3} />
            ) : (
              place + 1
            )}
          </span>
          {label}
          <span className="unseen">{words[is]}</span>
        </li>
      ))}
    </ol>
  );
}

const words: Readonly<Record<StepMark['is'], string>> = {
  done: ', done',
  now: ', now',
  failed: ', did not work',
  later: '',
};

/** Work that takes a moment, said while it is done. */
export function Working({ says }: { says: string }) {
  return (
    <p className="working" role="status">
      <LoaderCircle size={15} className="button-spinner" aria-hidden /> {says}
    </p>
  );
}
