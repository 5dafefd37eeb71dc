// A number with small steps; empty is null, never zero.
import { NumberField as Base } from '@base-ui/react/number-field';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

export interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Said behind the number: "minutes". */
  unit?: string;
  disabled?: boolean;
}

export function NumberField(props: NumberFieldProps) {
  const { field, rest } = splitField(props);
  const { value, onChange, unit, ...limits } = rest;
  return (
    <Field {...field}>
      {({ id, ...wiring }) => (
        <Base.Root {...limits} id={id} value={value} onValueChange={(next) => onChange(next)}>
          <Base.Group className="input number-field">
            <Base.Input {...wiring} />
            {unit === undefined ? null : <span className="field-optional">{unit}</span>}
            <span className="number-field-steps">
              <Base.Increment aria-label={`More ${field.label}`}>
                <ChevronUp size={12} aria-hidden />
              </Base.Increment>
              <Base.Decrement aria-label={`Less ${field.label}`}>
                <ChevronDown size={12} aria-hidden />
              </Base.Decrement>
            </span>
          </Base.Group>
        </Base.Root>
      )}
    </Field>
  );
}
