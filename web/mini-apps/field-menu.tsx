// A menu of the app fields, with a way to make one on the spot.
import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppField } from '@bellwire/model/app-field.ts';
import { CreateFieldDialog } from '../settings-form/create-field-dialog.tsx';
import type { NewField } from '../settings-form/surroundings.ts';
import { Menu } from '../ui/menu.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { useBuilder } from './builder.ts';
import { createField } from './part-surroundings.ts';

export interface FieldMenuProps {
  /** The button that opens it. */
  opener: ReactElement;
  says: string;
  /** The fields that cannot be taken. */
  without?: (field: AppField) => boolean;
  onPick: (field: AppField) => void;
}

export function FieldMenu({ opener, says, without = () => false, onPick }: FieldMenuProps) {
  const { app, change } = useBuilder();
  const [creating, setCreating] = useState(false);
  const acts = app.fields
    .filter((field) => !without(field))
    .map((field) => ({
      label: field.label,
      icon: <TypeIcon type={field.type} />,
      onPick: () => onPick(field),
    }));
  const create = async (field: NewField) => {
    const name = createField(app, field, change);
    onPick({ ...field, name });
    return name;
  };
  const createAct = {
    label: 'Create field here…',
    icon: <Plus size={14} aria-hidden />,
    onPick: () => setCreating(true),
  };
  return (
    <>
      <Menu
        align="start"
        opener={opener}
        groups={[...(acts.length > 0 ? [{ label: says, acts }] : []), { acts: [createAct] }]}
      />
      <CreateFieldDialog
        open={creating}
        onClose={() => setCreating(false)}
        createField={create}
        onCreated={() => undefined}
      />
    </>
  );
}
