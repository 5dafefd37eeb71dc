// Asks for the two things a new field needs, without leaving the form that wants it.
import { useState } from 'react';
import { valueTypes } from '@bellwire/model/value-type.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { typeWords } from '../ui/type-words.ts';
import { isValueType } from './is-value-type.ts';
import type { NewField } from './surroundings.ts';
import './settings-form.css';

export interface CreateFieldDialogProps {
  open: boolean;
  onClose: () => void;
  createField: (field: NewField) => Promise<string>;
  /** Gets what a reference to the new field holds. */
  onCreated: (reference: string) => void;
}

export function CreateFieldDialog({ open, onClose, createField, onCreated }: CreateFieldDialogProps) {
  const [field, setField] = useState(NEW_FIELD);
  const [problem, setProblem] = useState<string>();
  const create = async () => {
    try {
      onCreated(await createField({ ...field, label: field.label.trim() }));
      setField(NEW_FIELD);
      setProblem(undefined);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="small"
      title="Create a field"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={field.label.trim() === ''} onClick={() => void create()}>
            Create field
          </Button>
        </>
      }
    >
      <NewFieldForm field={field} onChange={setField} problem={problem} />
    </Dialog>
  );
}

const NEW_FIELD: NewField = { label: '', type: 'text' };

interface NewFieldFormProps {
  field: NewField;
  onChange: (field: NewField) => void;
  problem: string | undefined;
}

function NewFieldForm({ field, onChange, problem }: NewFieldFormProps) {
  return (
    <div className="settings-form">
      <TextField
        label="Label"
        required
        value={field.label}
        onChange={(label) => onChange({ ...field, label })}
        placeholder="Payment status"
        {...(problem === undefined ? {} : { problem: { says: problem } })}
      />
      <Select
        label="Type"
        required
        value={field.type}
        choices={valueTypes.map((type) => ({
          value: type,
          label: typeWords[type],
          icon: <TypeIcon type={type} />,
        }))}
        onChange={(type) => (isValueType(type) ? onChange({ ...field, type }) : undefined)}
      />
    </div>
  );
}
