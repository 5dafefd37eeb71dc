// Makes an API key: a name and what it may do; the key is shown this once.
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { keyScopes, scopes, type KeyScope } from '@bellwire/model/scope.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const create = useChange('createKey');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly KeyScope[]>([]);
  if (create.data !== undefined) return <MadeKey made={create.data} onClose={onClose} />;
  return (
    <FormDialog
      onClose={onClose}
      title="New API key"
      act="Make key"
      busy={create.isPending}
      unready={name.trim() === '' || chosen.length === 0}
      problem={problemElsewhere(create.error, ['name'])}
      onSubmit={() => create.mutate({ name: name.trim(), scopes: [...chosen] })}
    >
      <TextField
        label="Name"
        required
        placeholder="Nightly report"
        hint="What uses it, so that you know later which one to revoke."
        value={name}
        onChange={setName}
        {...problemAt(create.error, 'name')}
      />
      <ScopeChoice chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}

function MadeKey({ made, onClose }: { made: OutputOf<'createKey'>; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Copy the key now"
      about="It is shown this once: only its first characters are kept in sight."
      footer={
        <Button look="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      <CopyField label={made.view.name} value={made.key} />
    </Dialog>
  );
}

interface ScopeChoiceProps {
  chosen: readonly KeyScope[];
  onChange: (chosen: readonly KeyScope[]) => void;
}

function ScopeChoice({ chosen, onChange }: ScopeChoiceProps) {
  return (
    <fieldset className="scope-choice">
      <legend className="field-label">It may</legend>
      {keyScopes.map((scope) => (
        <Checkbox
          key={scope}
          label={scopes[scope].may}
          about={scope}
          checked={chosen.includes(scope)}
          onChange={(checked) =>
            onChange(checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
          }
        />
      ))}
    </fieldset>
  );
}
