// What stands around every input: label, hint, and the problem beside it, wired up for screen readers.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note.tsx';
import type { Problem } from './problem-note.tsx';
import './field.css';

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  required?: boolean;
  problem?: Problem;
  /** Keeps the label for screen readers only, where the place already says what is meant. */
  hideLabel?: boolean;
}

export interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export function Field({ children, ...field }: FieldProps & { children: (wiring: FieldWiring) => ReactNode }) {
  const { label, hint, required = false, problem, hideLabel = false } = field;
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [hint === undefined ? [] : hintId, problem === undefined ? [] : problemId]
    .flat()
    .join(' ');
  return (
    <div className="field" data-problem={problem === undefined ? undefined : (problem.level ?? 'problem')}>
      <label className={hideLabel ? 'unseen' : 'field-label'} htmlFor={id}>
        {label}
        {required ? null : hideLabel ? null : <span className="field-optional">optional</span>}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': problem === undefined || problem.level === 'warning' ? undefined : true,
        'aria-required': required || undefined,
      })}
      {problem === undefined ? null : <ProblemNote id={problemId} problem={problem} />}
      {hint === undefined ? null : (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Takes a field's own properties out of an input's, so that each input can pass the rest on. */
export function splitField<Props extends FieldProps>(props: Props) {
  const { label, hint, required, problem, hideLabel, ...rest } = props;
  const field: FieldProps = {
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(required === undefined ? {} : { required }),
    ...(problem === undefined ? {} : { problem }),
    ...(hideLabel === undefined ? {} : { hideLabel }),
  };
  return { field, rest };
}
