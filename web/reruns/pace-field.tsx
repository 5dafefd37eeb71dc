// How many of a rerun go into the lanes in a second, and how long that takes.
import { FASTEST_PACE, USUAL_PACE } from '@bellwire/model/rerun.ts';
import { durationWords } from '../ui/duration-words.ts';
import { NumberField } from '../ui/number-field.tsx';

export interface PaceFieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  /** How many there are to run. */
  count: number;
}

export function PaceField({ value, onChange, count }: PaceFieldProps) {
  const seconds = Math.ceil(count / (value ?? USUAL_PACE));
  return (
    <NumberField
      label="How fast"
      required
      hint={`The oldest first.${seconds < 10 ? '' : ` ${count.toLocaleString()} take about ${durationWords(seconds * 1000)}.`}`}
      unit="a second"
      min={1}
      max={FASTEST_PACE}
      value={value}
      onChange={onChange}
    />
  );
}
