// Choose one of a few; for many, or where one would search, take Combobox.
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { Choice } from './choice.ts';
import { Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';
import './popup.css';

export interface SelectProps extends FieldProps {
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
}

export function Select(props: SelectProps) {
  const { field, rest } = splitField(props);
  const { choices, value, onChange, placeholder = 'Choose…', disabled = false } = rest;
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field {...field}>
      {({ id, ...wiring }) => (
        <Base.Root
          items={choices}
          value={value}
          disabled={disabled}
          onValueChange={(next) => (next === null ? undefined : onChange(next))}
        >
          <Base.Trigger className="input select" id={id} {...wiring}>
            {chosen?.icon}
            <span className="select-value" data-empty={chosen === undefined || undefined}>
              {chosen?.label ?? placeholder}
            </span>
            <ChevronsUpDown size={14} aria-hidden />
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner className="floating" sideOffset={4} alignItemWithTrigger={false}>
              <Base.Popup className="popup">
                <Base.List className="popup-list">
                  {choices.map((choice) => (
                    <SelectItem key={choice.value} choice={choice} />
                  ))}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}

function SelectItem({ choice }: { choice: Choice }) {
  return (
    <Base.Item value={choice.value} className="popup-item">
      {choice.icon}
      <Base.ItemText className="popup-words">
        <span>{choice.label}</span>
        {choice.about === undefined ? null : <small>{choice.about}</small>}
      </Base.ItemText>
      <Base.ItemIndicator className="popup-tick">
        <Check size={14} aria-hidden />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
