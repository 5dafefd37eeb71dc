// Chooses the app field that something is bound to, with the icon of its type.
import { Select } from '../ui/select.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import type { Problem } from '../ui/problem-note.tsx';
import { useBuilder } from './builder.ts';

export interface BoundFieldProps {
  label: string;
  /** The name of the field. */
  value: string;
  onChange: (field: string) => void;
  problem?: Problem;
}

export function BoundField({ label, value, onChange, problem }: BoundFieldProps) {
  const { app } = useBuilder();
  const isThere = app.fields.some(({ name }) => name === value);
  return (
    <Select
      label={label}
      required
      value={isThere ? value : null}
      placeholder={value === '' ? 'Choose…' : `${value} is not there`}
      choices={app.fields.map((field) => ({
        value: field.name,
        label: field.label,
        about: field.name,
        icon: <TypeIcon type={field.type} />,
      }))}
      onChange={onChange}
      {...(problem === undefined ? {} : { problem })}
    />
  );
}
