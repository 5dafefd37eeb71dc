// Asks for the label of a new part; its name for templates and the API is made from it.
import { useState } from 'react';
import type { AppPart } from '@bellwire/model/app.ts';
import { partNames, partWords } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { OneFieldDialog } from '../ui/one-field-dialog.tsx';
import { useBuilder } from './builder.ts';
import { useOpenPart } from './use-open-part.ts';

export interface CreatePartDialogProps {
  part: AppPart;
  open: boolean;
  onClose: () => void;
  create: (label: string) => string | undefined;
  placeholder: string;
}

export function CreatePartDialog({ part, open, onClose, create, placeholder }: CreatePartDialogProps) {
  const { app } = useBuilder();
  const openPart = useOpenPart(part);
  const [label, setLabel] = useState('');
  const isEmpty = label.trim() === '';
  const submit = () => {
    const name = create(label.trim());
    if (name === undefined) return;
    setLabel('');
    onClose();
    openPart(name);
  };
  return (
    <OneFieldDialog
      open={open}
      onClose={onClose}
      title={`New ${partWords[part]}`}
      field={{
        label: 'Label',
        value: label,
        onChange: setLabel,
        placeholder,
        maxLength: 120,
        hint: isEmpty ? 'What people will call it.' : `Its name: ${nameFrom(label, partNames(app, part))}`,
      }}
      act={`Make the ${partWords[part]}`}
      onSubmit={submit}
      disabled={isEmpty}
    />
  );
}
