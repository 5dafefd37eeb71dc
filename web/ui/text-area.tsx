// Several lines of text; grows with what is typed.
import type { ComponentProps } from 'react';
import { Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

export interface TextAreaProps
  extends FieldProps, Omit<ComponentProps<'textarea'>, 'onChange' | 'required' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  mono?: boolean;
}

export function TextArea(props: TextAreaProps) {
  const { field, rest } = splitField(props);
  const { onChange, mono, ...native } = rest;
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          rows={3}
          {...native}
          {...wiring}
          className="input"
          data-mono={mono || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
