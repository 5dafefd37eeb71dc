// The control of a piece of JavaScript: numbered lines, and a way to try them with sample input.
import type { KeyboardEvent } from 'react';
import type { TextSetting } from '@bellwire/model/settings/setting.ts';
import { Field, splitField } from '../ui/field.tsx';
import type { ControlProps } from './control.ts';
import { ScriptTry } from './script-try.tsx';
import { shownText } from './shown-text.ts';
import './script-control.css';

const FEWEST_LINES = 6;

export function ScriptControl({ field, value, onChange, frame, scene }: ControlProps<TextSetting>) {
  const code = shownText(value);
  const lines = Math.max(FEWEST_LINES, code.split('\n').length);
  return (
    <div className="script-control">
      <Field {...splitField(frame).field}>
        {(wiring) => (
          <div className="input script-lines">
            <pre aria-hidden>{Array.from({ length: lines }, (_, line) => line + 1).join('\n')}</pre>
            <textarea
              {...wiring}
              rows={lines}
              value={code}
              wrap="off"
              spellCheck={false}
              placeholder={field.placeholder}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={(event) => keepIndent(event, onChange)}
            />
          </div>
        )}
      </Field>
      <ScriptTry code={code} settings={scene.values} />
    </div>
  );
}

/** A new line begins where the one before it does. */
function keepIndent(event: KeyboardEvent<HTMLTextAreaElement>, onChange: (code: string) => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const area = event.currentTarget;
  const { value, selectionStart, selectionEnd } = area;
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (indent === '') return;
  event.preventDefault();
  const cursor = selectionStart + 1 + indent.length;
  onChange(`${value.slice(0, selectionStart)}\n${indent}${value.slice(selectionEnd)}`);
  requestAnimationFrame(() => area.setSelectionRange(cursor, cursor));
}
