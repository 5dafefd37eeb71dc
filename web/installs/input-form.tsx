// A form made of an app's inputs: asked when it is installed, or when one of its actions is filled in.
import type { Input } from '@bellwire/model/input.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { complaintAt, type Told } from '../server-state/problem-words.ts';
import { readNumber } from '../settings-form/read-number.ts';
import { shownText } from '../settings-form/shown-text.ts';
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
}

export function InputForm({ inputs, values, onChange, complaints = [] }: InputFormProps) {
  return (
    <div className="settings-form">
      {inputs.map((input) => (
        <InputControl
          key={input.name}
          input={input}
          value={values[input.name] ?? input.default}
          onChange={(value) => onChange({ ...values, [input.name]: value })}
          problem={complaintAt(complaints, [input.name])}
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
}

function InputControl({ input, value, onChange, problem }: InputControlProps) {
  const { title, type, required, description, placeholder, maxLength } = input;
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
  const frame = {
    label: title,
    required,
    ...problem,
    ...(description === undefined ? {} : { hint: description }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(maxLength === undefined ? {} : { maxLength }),
    value: shownText(value),
  };
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
