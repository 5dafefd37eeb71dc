// Puts a clicked value of an answer into a field: one of a fitting type, or a new one; with what is taken where nothing is there.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { coerce } from '@bellwire/engine/language/value.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { readNumber } from '../settings-form/read-number.ts';
import { CreateFieldDialog } from '../settings-form/create-field-dialog.tsx';
import type { ReferenceChoice, Surroundings } from '../settings-form/surroundings.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import type { PickedValue } from './json-picker.tsx';

export interface MapValueProps {
  picked: PickedValue;
  surroundings: Surroundings;
  onMap: (mapping: JsonObject) => void;
}

export function MapValue({ picked, surroundings, onMap }: MapValueProps) {
  const [field, setField] = useState<string | null>(null);
  const [fallback, setFallback] = useState('');
  const [creating, setCreating] = useState(false);
  const add = () => {
    if (field === null) return;
    const type = surroundings.references.field.find(({ value }) => value === field)?.type;
    onMap({ path: picked.path, field, ...fallbackOf(fallback, type) });
    toast({ says: `${picked.path} goes into ${field}.` });
    setField(null);
  };
  return (
    <div className="map-value">
      <FittingFields
        fields={surroundings.references.field.filter((choice) => fits(choice, picked.value))}
        value={field}
        onChange={setField}
      />
      <TextField label="If nothing is there" value={fallback} onChange={setFallback} />
      <div className="request-tools">
        {surroundings.createField === undefined ? null : (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setCreating(true)}>
            Create field here…
          </Button>
        )}
        <Button size="small" look="primary" disabled={field === null} onClick={add}>
          Add the mapping
        </Button>
      </div>
      {surroundings.createField === undefined ? null : (
        <CreateFieldDialog
          open={creating}
          onClose={() => setCreating(false)}
          createField={surroundings.createField}
          onCreated={setField}
        />
      )}
    </div>
  );
}

function fallbackOf(text: string, type: ReferenceChoice['type']): JsonObject {
  if (text === '') return {};
  return { fallback: type === 'number' ? readNumber(text) : text };
}

interface FittingFieldsProps {
  fields: readonly ReferenceChoice[];
  value: string | null;
  onChange: (value: string | null) => void;
}

function FittingFields({ fields, value, onChange }: FittingFieldsProps) {
  return (
    <Combobox
      label="Put it into the field"
      required
      value={value}
      onChange={onChange}
      choices={fields.map(({ value: reference, label, about, type }) => ({
        value: reference,
        label,
        ...(about === undefined ? {} : { about }),
        ...(type === undefined ? {} : { icon: <TypeIcon type={type} /> }),
      }))}
      {...(fields.length === 0 && { hint: 'No field can hold this value. Create one.' })}
    />
  );
}

/** By the rules by which the value will be written: what would be left out is not offered. */
function fits({ type }: ReferenceChoice, value: Json): boolean {
  if (type === undefined) return true;
  if (type === 'text' && (Array.isArray(value) || isJsonObject(value))) return false;
  return coerce(value, type).ok;
}
