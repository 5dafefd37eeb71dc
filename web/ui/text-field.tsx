// One line of text.
import type { ComponentProps, ReactNode } from 'react';
import { Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

export interface TextFieldProps
  extends FieldProps, Omit<ComponentProps<'input'>, 'onChange' | 'required' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  icon?: ReactNode;
  /** For names, addresses, templates: what is read letter by letter. */
  mono?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { field, rest } = splitField(props);
  const { onChange, icon, mono, ...native } = rest;
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="input" data-mono={mono || undefined} data-disabled={native.disabled || undefined}>
          {icon}
          <input type="text" {...native} {...wiring} onChange={(event) => onChange(event.target.value)} />
        </div>
      )}
    </Field>
  );
}
