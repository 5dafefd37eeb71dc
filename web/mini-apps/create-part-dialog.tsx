// Asks for the label of a new part; its name for templates and the API is made from it.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppPart } from '@bellwire/model/app.ts';
import { partNames, partWords } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useBuilder } from './builder.ts';
import { partSections } from './part-sections.ts';

export interface CreatePartDialogProps {
  part: AppPart;
  open: boolean;
  onClose: () => void;
  create: (label: string) => string | undefined;
  placeholder: string;
}

export function CreatePartDialog({ part, open, onClose, create, placeholder }: CreatePartDialogProps) {
  const { app, view } = useBuilder();
  const navigate = useNavigate();
  const [label, setLabel] = useState('');
  const word = partWords[part];
  const submit = () => {
    const name = create(label.trim());
    if (name === undefined) return;
    setLabel('');
    onClose();
    void navigate({
      to: '/mini-apps/$appId/$section',
      params: { appId: view.id, section: partSections[part] },
      search: { part: name },
    });
  };
  return (
    <Dialog open={open} onClose={onClose} size="small" title={`New ${word}`}>
      <form
        className="builder-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label="Label"
          required
          value={label}
          onChange={setLabel}
          placeholder={placeholder}
          maxLength={120}
          hint={
            label.trim() === ''
              ? 'What people will call it.'
              : `Its name: ${nameFrom(label, partNames(app, part))}`
          }
        />
        <Button type="submit" look="primary" disabled={label.trim() === ''}>
          Make the {word}
        </Button>
      </form>
    </Dialog>
  );
}
