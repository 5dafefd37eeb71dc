// Asks for the two things a new field needs, without leaving the form that wants it.
import { useState } from 'react';
import { valueTypes, type ValueType } from '@bellwire/model/value-type.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { typeWords } from '../ui/type-words.ts';
import { isValueType } from './is-value-type.ts';
import type { NewField } from './surroundings.ts';

export interface CreateFieldDialogProps {
  open: boolean;
  onClose: () => void;
  createField: (field: NewField) => Promise<string>;
  /** Gets what a reference to the new field holds. */
  onCreated: (reference: string) => void;
}

export function CreateFieldDialog({ open, onClose, createField, onCreated }: CreateFieldDialogProps) {
  const [label, setLabel] = useState('');
  const [type, setType] = useState<ValueType>('text');
  const [problem, setProblem] = useState<string>();
  const create = async () => {
    try {
      onCreated(await createField({ label: label.trim(), type }));
      setLabel('');
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
          <Button look="primary" disabled={label.trim() === ''} onClick={() => void create()}>
            Create field
          </Button>
        </>
      }
    >
      <div className="settings-form">
        <TextField
          label="Label"
          required
          value={label}
          onChange={setLabel}
          placeholder="Payment status"
          {...(problem === undefined ? {} : { problem: { says: problem } })}
        />
        <Select
          label="Type"
          required
          value={type}
          choices={valueTypes.map((one) => ({
            value: one,
            label: typeWords[one],
            icon: <TypeIcon type={one} />,
          }))}
          onChange={(next) => (isValueType(next) ? setType(next) : undefined)}
        />
      </div>
    </Dialog>
  );
}
