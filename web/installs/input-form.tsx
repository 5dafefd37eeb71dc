// A form made of an app's inputs: asked when it is installed, or when one of its actions is filled in.
import type { Input } from '@bellwire/model/input.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { complaintAt, type Told } from '../server-state/problem-words.ts';
import { readNumber } from '../settings-form/read-number.ts';
import { shownText } from '../settings-form/shown-text.ts';
import { OptionSelect, type OptionsPlace } from './option-select.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import '../settings-form/settings-form.css';

export interface InputFormProps {
  inputs: readonly Input[];
  values: JsonObject;
  onChange: (values: JsonObject) => void;
  /** Their paths begin at the values. */
  complaints?: readonly Told[];
  /** Where its selects read their options; without, they take text. */
  options?: OptionsPlace;
}

export function InputForm({ inputs, values, onChange, complaints = [], options }: InputFormProps) {
  return (
    <div className="settings-form">
      {inputs.map((input) => (
        <InputControl
          key={input.name}
          input={input}
          value={values[input.name] ?? input.default}
          onChange={(value) => onChange({ ...values, [input.name]: value })}
          problem={complaintAt(complaints, [input.name])}
          options={options && { ...options, inputs: values }}
        />
      ))}
    </div>
  );
}

interface InputControlProps {
  input: Input;
  value: Json | undefined;
  onChange: (value: Json) => void;
  problem: ReturnType<typeof complaintAt>;
  options: (OptionsPlace & { inputs: JsonObject }) | undefined;
}

function InputControl({ input, value, onChange, problem, options }: InputControlProps) {
  const { title, type, description } = input;
  if (type === 'checkbox') {
    return (
      <Checkbox
        label={title}
        checked={value === true}
        onChange={onChange}
        {...(description === undefined ? {} : { about: description })}
      />
    );
  }
  const frame = { ...frameOf(input), ...problem, value: shownText(value) };
  if (type === 'select' && input.source !== undefined && options !== undefined) {
    return (
      <OptionSelect
        {...frame}
        {...options}
        source={input.source}
        value={frame.value === '' ? null : frame.value}
        onChange={onChange}
      />
    );
  }
  if (type === 'text') return <TextArea {...frame} onChange={onChange} />;
  if (type === 'number') {
    return <TextField {...frame} inputMode="decimal" onChange={(text) => onChange(readNumber(text))} />;
  }
  return (
    <TextField
      {...frame}
      onChange={onChange}
      // A password manager would offer the person's own password for the app's key.
      autoComplete="off"
      {...(input.secret ? { type: 'password' } : {})}
    />
  );
}

function frameOf({ title, required, description, placeholder, maxLength }: Input) {
  return {
    label: title,
    required,
    ...(description === undefined ? {} : { hint: description }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}
