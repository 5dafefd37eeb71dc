// A value as coloured JSON, or a text as it is, with a copy button.
import { useMemo } from 'react';
import { CopyButton } from './copy-button.tsx';
import { jsonMarks } from './json-marks.ts';
import './code-block.css';

/** Colouring more than this costs more than it helps: a click must answer within 100 ms. */
const COLOURED_CHARACTERS = 60_000;

export interface CodeBlockProps {
  label: string;
  /** Any JSON value, or a text shown as it is. */
  value: unknown;
  /** Pixels before it scrolls. */
  maxHeight?: number;
}

export function CodeBlock({ label, value, maxHeight = 320 }: CodeBlockProps) {
  const text = useMemo(
    () => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? 'nothing')),
    [value],
  );
  const marks = useMemo(
    () => (text.length > COLOURED_CHARACTERS ? [{ kind: 'plain' as const, text }] : jsonMarks(text)),
    [text],
  );
  return (
    <div className="code-block">
      <div className="code-block-head">
        <span>{label}</span>
        <CopyButton text={text} what={label} />
      </div>
      <pre tabIndex={0} role="region" aria-label={label} style={{ maxHeight }}>
        <code>
          {marks.map((mark, place) =>
            mark.kind === 'plain' ? (
              mark.text
            ) : (
              <span key={place} data-kind={mark.kind}>
                {mark.text}
              </span>
            ),
          )}
        </code>
      </pre>
    </div>
  );
}
