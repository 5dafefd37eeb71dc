// The inputs of a form, one line each; the line opens into all that can be said of the input.
import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { inputSchema, type Input } from '@bellwire/model/input.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { ListEntry } from '../settings-form/list-entry.tsx';
import { moved } from '../settings-form/moved.ts';
import { readNumber } from '../settings-form/read-number.ts';
import { shownText } from '../settings-form/shown-text.ts';
import type { Surroundings } from '../settings-form/surroundings.ts';
import { within } from '../settings-form/within.ts';
import { useBuilder } from './builder.ts';
import { withSources } from './input-fields.ts';
import { ShapedForm } from './shaped-form.tsx';

export interface InputsEditorProps {
  inputs: readonly Input[];
  fields: SettingFields;
  onChange: (inputs: Input[]) => void;
  surroundings: Surroundings;
  /** Their paths begin at the list. */
  complaints: readonly Complaint[];
  /** Draws what adds an input: it is opened as soon as it is there. */
  adder: (add: (input: Input) => void) => ReactNode;
}

export function InputsEditor(props: InputsEditorProps) {
  const { inputs, onChange, adder } = props;
  const [open, setOpen] = useState<number>();
  const add = (input: Input) => {
    onChange([...inputs, input]);
    setOpen(inputs.length);
  };
  /** Another order: what was open is not at its place any more. */
  const reorder = (next: Input[]) => {
    setOpen(undefined);
    onChange(next);
  };
  return (
    <div className="inputs-editor">
      {inputs.map((input, place) => (
        <ListEntry
          key={place}
          says={`input ${input.title}`}
          onUp={place === 0 ? undefined : () => reorder(moved(inputs, place, place - 1))}
          onDown={place === inputs.length - 1 ? undefined : () => reorder(moved(inputs, place, place + 1))}
          onRemove={() => reorder(inputs.toSpliced(place, 1))}
        >
          <InputEntry
            {...props}
            place={place}
            input={input}
            isOpen={open === place}
            onToggle={() => setOpen(open === place ? undefined : place)}
          />
        </ListEntry>
      ))}
      {adder(add)}
    </div>
  );
}

interface InputEntryProps extends InputsEditorProps {
  place: number;
  input: Input;
  isOpen: boolean;
  onToggle: () => void;
}

function InputEntry({ place, input, isOpen, onToggle, ...editor }: InputEntryProps) {
  const { inputs, fields, onChange, surroundings, complaints } = editor;
  const { app } = useBuilder();
  const faults = within(complaints, [place]);
  return (
    <>
      <InputLine input={input} faults={faults} isOpen={isOpen} onToggle={onToggle} />
      {isOpen ? (
        <ShapedForm
          fields={withSources(fields, app.sources)}
          schema={inputSchema}
          value={input}
          onChange={(next) => onChange(inputs.with(place, next))}
          surroundings={surroundings}
          complaints={faults}
          toForm={toForm}
          fromForm={fromForm}
        />
      ) : null}
    </>
  );
}

interface InputLineProps {
  input: Input;
  faults: readonly Complaint[];
  isOpen: boolean;
  onToggle: () => void;
}

function InputLine({ input, faults, isOpen, onToggle }: InputLineProps) {
  const facts = [input.type, input.required ? '' : 'optional', input.secret ? 'secret' : ''];
  return (
    <button type="button" className="input-line" aria-expanded={isOpen} onClick={onToggle}>
      <ChevronRight size={14} aria-hidden />
      <strong>{input.title}</strong>
      <code>{input.name}</code>
      <small>{facts.filter((fact) => fact !== '').join(' · ')}</small>
      {input.saveTo === undefined ? null : <small>→ {input.saveTo}</small>}
      {isOpen
        ? null
        : faults.slice(0, 1).map(({ says }) => (
            <span key={says} className="input-line-fault">
              {says}
            </span>
          ))}
    </button>
  );
}

function toForm(input: JsonObject): JsonObject {
  return input.default === undefined ? input : { ...input, default: shownText(input.default) };
}

/** What stands at the start has the type of the input. */
function fromForm({ default: start, source, ...others }: JsonObject): JsonObject {
  const input = others.type === 'select' && source !== undefined ? { ...others, source } : others;
  if (start === undefined) return input;
  const text = shownText(start);
  if (input.type === 'checkbox') return { ...input, default: text === 'true' };
  return { ...input, default: input.type === 'number' ? readNumber(text) : text };
}
