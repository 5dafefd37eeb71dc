// Asks for another name of a part; every place that mentions it follows.
import { useState } from 'react';
import type { AppPart } from '@bellwire/model/app.ts';
import { partWords } from '@bellwire/model/app-part.ts';
import { nameSchema } from '@bellwire/model/name.ts';
import { readBy } from '@bellwire/model/reading.ts';
import { OneFieldDialog } from '../ui/one-field-dialog.tsx';
import { useBuilder } from './builder.ts';
import { useOpenPart } from './use-open-part.ts';

export interface RenamePartDialogProps {
  part: AppPart;
  name: string;
  open: boolean;
  onClose: () => void;
}

export function RenamePartDialog({ part, name, open, onClose }: RenamePartDialogProps) {
  const { change } = useBuilder();
  const openPart = useOpenPart(part);
  const [to, setTo] = useState(name);
  const reading = readBy(nameSchema, to);
  const rename = () => {
    if (!change([{ is: 'rename-part', part, from: name, to }])) return;
    onClose();
    openPart(to, 'replace');
  };
  return (
    <OneFieldDialog
      open={open}
      onClose={onClose}
      title={`Rename the ${partWords[part]}`}
      about="Every place in this app that mentions it follows. Bots that use it by its old name do not."
      field={{
        label: 'Name',
        mono: true,
        value: to,
        onChange: setTo,
        ...(!reading.ok && { problem: { says: reading.complaints[0]?.says ?? '' } }),
      }}
      act="Rename"
      onSubmit={rename}
      disabled={!reading.ok || to === name}
    />
  );
}
