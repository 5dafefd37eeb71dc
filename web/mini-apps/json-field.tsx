// A value typed as JSON and read by a schema; what cannot be read stays as typed, with the words of what is expected.
import type { z } from 'zod';
import { parseJson, type Json } from '@bellwire/model/json.ts';
import { readBy } from '@bellwire/model/reading.ts';
import { useTyped } from '../draft/use-typed.ts';
import { TextArea } from '../ui/text-area.tsx';

export interface JsonFieldProps<Value> {
  label: string;
  hint?: string;
  rows?: number;
  value: Json;
  schema: z.ZodType<Value>;
  onChange: (value: Value) => void;
}

export function JsonField<Value>({ value, schema, onChange, rows = 4, ...field }: JsonFieldProps<Value>) {
  const [text, type] = useTyped(JSON.stringify(value, null, 2), (typed: string) => {
    const given = read(typed, schema);
    if (given.ok) onChange(given.value);
  });
  const now = read(text, schema);
  return (
    <TextArea
      {...field}
      required
      mono
      rows={rows}
      value={text}
      onChange={type}
      {...(now.ok ? {} : { problem: { says: now.says } })}
    />
  );
}

function read<Value>(text: string, schema: z.ZodType<Value>) {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false as const, says: `The text ${parsed.says}.` };
  const value = readBy(schema, parsed.value);
  if (value.ok) return value;
  const [complaint] = value.complaints;
  const place = complaint === undefined || complaint.path.length === 0 ? '' : `${complaint.path.join('.')}: `;
  return { ok: false as const, says: `${place}${complaint?.says ?? 'This cannot be read.'}` };
}
