// Choose one of many by typing a part of its name.
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Choice } from './choice.ts';
import { Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';
import './popup.css';

export interface ComboboxProps extends FieldProps {
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Shown under the list, for instance "Create field here". */
  footer?: ReactNode;
  disabled?: boolean;
  /** Given, the choices are those that fit already: whoever gives them searches them, elsewhere. */
  onSearch?: (text: string) => void;
  /** Where nothing fits. */
  emptyText?: ReactNode;
}

export function Combobox(props: ComboboxProps) {
  const { field, rest } = splitField(props);
  const { choices, value, onChange, placeholder = 'Search…', footer, disabled = false } = rest;
  const { onSearch, emptyText = 'Nothing fits. Try another word.' } = rest;
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  return (
    <Field {...field}>
      {(wiring) => (
        <Base.Root
          items={choices}
          value={chosen}
          disabled={disabled}
          isItemEqualToValue={(item: Choice, other: Choice) => item.value === other.value}
          {...(onSearch && searchedElsewhere(onSearch))}
          onValueChange={(next: Choice | null) => onChange(next?.value ?? null)}
        >
          <Base.InputGroup className="input select">
            {chosen?.icon}
            <Base.Input {...wiring} placeholder={placeholder} />
            <Base.Trigger aria-label={`Show all: ${field.label}`} className="select-open">
              <ChevronsUpDown size={14} aria-hidden />
            </Base.Trigger>
          </Base.InputGroup>
          <Base.Portal>
            <Base.Positioner className="floating" sideOffset={4}>
              <Base.Popup className="popup">
                <Base.Empty className="popup-empty">{emptyText}</Base.Empty>
                <Base.List className="popup-list">
                  {(choice: Choice) => <ComboboxItem key={choice.value} choice={choice} />}
                </Base.List>
                {footer === undefined ? null : <div className="popup-footer">{footer}</div>}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}

function searchedElsewhere(onSearch: (text: string) => void) {
  return {
    filter: null,
    // What is chosen is written into the input as well, and is no search.
    onInputValueChange: (text: string, { reason }: { reason: string }) =>
      onSearch(reason === 'input-change' ? text : ''),
  };
}

function ComboboxItem({ choice }: { choice: Choice }) {
  return (
    <Base.Item value={choice} className="popup-item">
      {choice.icon}
      <span className="popup-words">
        <span>{choice.label}</span>
        {choice.about === undefined ? null : <small>{choice.about}</small>}
      </span>
      <Base.ItemIndicator className="popup-tick">
        <Check size={14} aria-hidden />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
