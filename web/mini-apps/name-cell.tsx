// A label or a name in a row; kept here while it is typed, and given out once it is one.
import { labelSchema, nameSchema } from '@bellwire/model/name.ts';
import { readBy } from '@bellwire/model/reading.ts';
import { useTyped } from '../draft/use-typed.ts';
import type { Problem } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';

export interface NameCellProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** It is a machine name. */
  isName?: boolean;
  problem?: Problem;
}

export function NameCell({ label, value, onChange, isName = false, problem }: NameCellProps) {
  const read = (text: string) => readBy(isName ? nameSchema : labelSchema, text);
  const [typed, type] = useTyped(value, (text: string) => {
    const reading = read(text);
    if (reading.ok && reading.value !== value) onChange(reading.value);
  });
  const reading = read(typed);
  const shown = reading.ok ? problem : { says: reading.complaints[0]?.says ?? '' };
  return (
    <TextField
      label={label}
      required
      value={typed}
      onChange={type}
      mono={isName}
      {...(shown === undefined ? {} : { problem: shown })}
    />
  );
}
