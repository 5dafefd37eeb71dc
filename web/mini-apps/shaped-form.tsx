// A form over one object of the app: what fits its schema is saved by itself, what does not is told beside the field.
import { useState } from 'react';
import type { z } from 'zod';
import { jsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { readBy } from '@bellwire/model/reading.ts';
import { readSettings } from '@bellwire/model/settings/kinds.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { useTyped } from '../draft/use-typed.ts';
import { SettingsForm } from '../settings-form/settings-form.tsx';
import type { Surroundings } from '../settings-form/surroundings.ts';
import type { Told } from '../server-state/problem-words.ts';

export interface ShapedFormProps<Schema extends z.ZodType<object>> {
  fields: SettingFields;
  schema: Schema;
  value: z.infer<Schema>;
  onChange: (value: z.infer<Schema>) => void;
  surroundings: Surroundings;
  /** What the check says of the saved value; paths begin at it. */
  complaints: readonly Told[];
  /** Between the value and what the form holds of it, where the two differ. */
  toForm?: (value: JsonObject) => JsonObject;
  fromForm?: (values: JsonObject) => JsonObject;
}

export function ShapedForm<Schema extends z.ZodType<object>>(props: ShapedFormProps<Schema>) {
  const { fields, schema, value, onChange, surroundings, complaints } = props;
  const { toForm = same, fromForm = same } = props;
  const [faults, setFaults] = useState<readonly Complaint[]>([]);
  const kept = useKept(value, toForm);
  const [values, type] = useTyped(kept, (typed) => {
    // The form's own words come first: they name what is missing by its label.
    const filled = readSettings(fields, typed);
    const reading = filled.ok ? readBy(schema, fromForm(withoutEmpty(typed, fields))) : filled;
    setFaults(reading.ok ? [] : reading.complaints);
    if (filled.ok && reading.ok) onChange(reading.value);
  });
  return (
    <SettingsForm
      fields={fields}
      values={values}
      onChange={type}
      surroundings={surroundings}
      complaints={[...faults, ...complaints]}
    />
  );
}

function same(values: JsonObject): JsonObject {
  return values;
}

/** The same object for as long as the value says the same, so that nothing typed is replaced by what it became. */
function useKept(value: object, toForm: (value: JsonObject) => JsonObject): JsonObject {
  const text = JSON.stringify(toForm(jsonObject(value)));
  const [kept, setKept] = useState({ text, values: toForm(jsonObject(value)) });
  if (kept.text === text) return kept.values;
  const next = { text, values: toForm(jsonObject(value)) };
  setKept(next);
  return next.values;
}

/** An emptied text of an optional field is no value at all. */
function withoutEmpty(values: JsonObject, fields: SettingFields): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== '' || fields[name]?.required === true),
  );
}
