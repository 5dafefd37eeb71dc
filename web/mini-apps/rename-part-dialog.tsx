// Asks for another name of a part; every place that mentions it follows.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppPart } from '@bellwire/model/app.ts';
import { partWords } from '@bellwire/model/app-part.ts';
import { nameSchema } from '@bellwire/model/name.ts';
import { readBy } from '@bellwire/model/reading.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useBuilder } from './builder.ts';
import { partSections } from './part-sections.ts';

export interface RenamePartDialogProps {
  part: AppPart;
  name: string;
  open: boolean;
  onClose: () => void;
}

export function RenamePartDialog({ part, name, open, onClose }: RenamePartDialogProps) {
  const builder = useBuilder();
  const navigate = useNavigate();
  const [to, setTo] = useState(name);
  const reading = readBy(nameSchema, to);
  const rename = () => {
    if (!builder.change([{ is: 'rename-part', part, from: name, to }])) return;
    onClose();
    void navigate({
      to: '/mini-apps/$appId/$section',
      params: { appId: builder.view.id, section: partSections[part] },
      search: { part: to },
      replace: true,
    });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="small"
      title={`Rename the ${partWords[part]}`}
      about="Every place in this app that mentions it follows. Bots that use it by its old name do not."
    >
      <form
        className="builder-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reading.ok) rename();
        }}
      >
        <TextField
          label="Name"
          required
          mono
          value={to}
          onChange={setTo}
          {...(reading.ok ? {} : { problem: { says: reading.complaints[0]?.says ?? '' } })}
        />
        <Button type="submit" look="primary" disabled={!reading.ok || to === name}>
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
