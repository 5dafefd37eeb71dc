// A text with places in it: typed by hand, or picked from a menu that opens with a button or with "{{".
import { useRef, useState } from 'react';
import type { ChangeEvent, InputHTMLAttributes } from 'react';
import { Field, splitField, type FieldProps } from '../ui/field.tsx';
import { InsertPlace } from './insert-place.tsx';
import { insertTemplate, insertText } from './insert-text.ts';
import type { PlaceGroup } from './surroundings.ts';

export interface TemplateFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  places: readonly PlaceGroup[];
  placeholder?: string;
  multiline?: boolean;
  mono?: boolean;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** `template`: a place is put in with its braces. `path`: bare, as in a formula. `whole`: it takes the place of all that was there. */
  inserts?: 'template' | 'path' | 'whole';
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

export function TemplateField(props: TemplateFieldProps) {
  const { field, rest } = splitField(props);
  const { value, onChange, places, multiline = false, mono = false, inserts = 'template', ...native } = rest;
  const [open, setOpen] = useState(false);
  const typed = useRef<Typed>(null);
  const onType = (event: ChangeEvent<Typed>) => {
    const { value: text, selectionStart } = event.target;
    onChange(text);
    if (
      inserts === 'template' &&
      text.length > value.length &&
      text.slice(0, selectionStart ?? 0).endsWith('{{')
    )
      setOpen(true);
  };
  const onPick = (path: string) => {
    const insertion = insertionOf(inserts, value, typed.current, path);
    onChange(insertion.text);
    setOpen(false);
    // After the new text stands in the input: before, the cursor could not go behind what is not there yet.
    requestAnimationFrame(() => {
      typed.current?.focus();
      typed.current?.setSelectionRange(insertion.cursor, insertion.cursor);
    });
  };
  const menu = <InsertPlace label={field.label} {...{ places, open, onPick }} onOpenChange={setOpen} />;
  return (
    <Field {...field}>
      {(wiring) => (
        <TypedIn
          {...{ ...native, ...wiring, value, multiline, mono, menu }}
          onChange={onType}
          typedRef={typed}
        />
      )}
    </Field>
  );
}

interface TypedInProps extends Omit<InputHTMLAttributes<Typed>, 'inputMode'> {
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  typedRef: React.RefObject<Typed | null>;
  multiline: boolean;
  mono: boolean;
  menu: React.ReactNode;
}

function TypedIn({ typedRef, multiline, mono, menu, ...native }: TypedInProps) {
  const keep = (element: Typed | null) => {
    typedRef.current = element;
  };
  if (multiline) {
    return (
      <div className="template-field">
        <textarea {...native} ref={keep} rows={3} className="input" data-mono={mono || undefined} />
        {menu}
      </div>
    );
  }
  return (
    <div className="input template-field" data-mono={mono || undefined}>
      <input {...native} ref={keep} type="text" />
      {menu}
    </div>
  );
}

function insertionOf(
  inserts: TemplateFieldProps['inserts'],
  text: string,
  typed: Typed | null,
  path: string,
) {
  const from = typed?.selectionStart ?? text.length;
  const to = typed?.selectionEnd ?? text.length;
  if (inserts === 'whole') return { text: path, cursor: path.length };
  return inserts === 'path' ? insertText(text, from, to, path) : insertTemplate(text, from, to, path);
}
