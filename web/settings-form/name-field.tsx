// A name out of a list; free text while the list is not known.
import { Select } from '../ui/select.tsx';
import { TextField, type TextFieldProps } from '../ui/text-field.tsx';
import type { NamedChoice } from './surroundings.ts';

export interface NameFieldProps extends TextFieldProps {
  names: readonly NamedChoice[];
}

export function NameField({ names, ...props }: NameFieldProps) {
  const isKnown = props.value === '' || names.some(({ name }) => name === props.value);
  if (names.length === 0 || !isKnown) return <TextField {...props} mono />;
  const { label, required, problem, hint, value, onChange } = props;
  return (
    <Select
      {...{ label, onChange }}
      {...(required === undefined ? {} : { required })}
      {...(problem === undefined ? {} : { problem })}
      {...(hint === undefined ? {} : { hint })}
      value={value === '' ? null : value}
      choices={names.map((one) => ({ value: one.name, label: one.label, about: one.name }))}
    />
  );
}
