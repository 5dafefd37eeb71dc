// The control of a reference: chosen from what is there, or made on the spot where that can be done.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReferenceSetting } from '@bellwire/model/settings/setting.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import type { ControlProps } from './control.ts';
import { CreateFieldDialog } from './create-field-dialog.tsx';
import type { ReferenceChoice } from './surroundings.ts';

export function ReferenceControl({ field, value, onChange, frame, scene }: ControlProps<ReferenceSetting>) {
  const [creating, setCreating] = useState(false);
  const { references, createField } = scene.surroundings;
  const canCreate = field.to === 'field' && createField !== undefined;
  const saved = typeof value === 'string' && value !== '' ? value : null;
  return (
    <>
      <Combobox
        {...frame}
        choices={withSaved(references[field.to], saved).map(choiceOf)}
        value={saved}
        onChange={(next) => onChange(next ?? undefined)}
        placeholder={`Choose a ${field.to.replaceAll('-', ' ')}…`}
        footer={
          canCreate ? (
            <Button
              look="quiet"
              size="small"
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setCreating(true)}
            >
              Create field here
            </Button>
          ) : undefined
        }
      />
      {canCreate ? (
        <CreateFieldDialog
          open={creating}
          onClose={() => setCreating(false)}
          createField={createField}
          onCreated={onChange}
        />
      ) : null}
    </>
  );
}

/** What is saved but gone stays in sight, so that the words beside it make sense. */
function withSaved(choices: readonly ReferenceChoice[], saved: string | null): readonly ReferenceChoice[] {
  if (saved === null || choices.some(({ value }) => value === saved)) return choices;
  return [...choices, { value: saved, label: saved, about: 'is not there any more' }];
}

function choiceOf({ value, label, about, type }: ReferenceChoice) {
  return {
    value,
    label,
    ...(about === undefined ? {} : { about }),
    ...(type === undefined ? {} : { icon: <TypeIcon type={type} /> }),
  };
}
