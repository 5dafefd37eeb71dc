// Makes a fire token: what it fires, for whom and until when; its address is shown this once, with a line to try it.
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { samplesOf } from './samples-of.ts';

type Install = OutputOf<'getInstall'>;

const lives = [
  { value: '', label: 'I revoke it' },
  { value: '1', label: 'A day from now' },
  { value: '30', label: '30 days from now' },
  { value: '365', label: 'A year from now' },
] as const;

interface NewFireTokenDialogProps {
  install: Install;
  onClose: () => void;
}

interface Draft {
  readonly name: string;
  readonly trigger: string;
  readonly contact: string;
  /** Of its life; empty for no end. */
  readonly days: string;
}

export function NewFireTokenDialog({ install, onClose }: NewFireTokenDialogProps) {
  const create = useChange('createFireToken');
  const first = { name: '', trigger: install.triggers[0]?.name ?? '', contact: '', days: '' };
  const [draft, setDraft] = useState<Draft>(first);
  if (create.data !== undefined) return <MadeToken install={install} made={create.data} onClose={onClose} />;
  const { name, trigger, contact, days } = draft;
  return (
    <FormDialog
      onClose={onClose}
      title="New fire token"
      act="Make token"
      busy={create.isPending}
      unready={name.trim() === '' || trigger === ''}
      problem={problemElsewhere(create.error, ['name', 'trigger', 'contact', 'expiresAt'])}
      onSubmit={() =>
        create.mutate({
          installId: install.id,
          name: name.trim(),
          trigger,
          contact: contact.trim() || null,
          expiresAt: days === '' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString(),
        })
      }
    >
      <Fields
        install={install}
        draft={draft}
        error={create.error}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </FormDialog>
  );
}

interface FieldsProps {
  install: Install;
  draft: Draft;
  error: ProblemError | null;
  onChange: (change: Partial<Draft>) => void;
}

function Fields({ install, draft, error, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        required
        placeholder="Spreadsheet of orders"
        hint="What uses it, so that you know later which one to revoke."
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...problemAt(error, 'name')}
      />
      <Select
        label="Fires"
        required
        choices={install.triggers.map(({ name, label }) => ({ value: name, label, about: name }))}
        value={draft.trigger}
        onChange={(trigger) => onChange({ trigger })}
        {...problemAt(error, 'trigger')}
      />
      <TextField
        label="Only for the contact"
        mono
        placeholder="f1u1000"
        hint="Its contact id. Left empty, the sender names the contact in the address."
        value={draft.contact}
        onChange={(contact) => onChange({ contact })}
        {...problemAt(error, 'contact')}
      />
      <Select
        label="Ends when"
        choices={lives}
        value={draft.days}
        onChange={(days) => onChange({ days })}
        {...problemAt(error, 'expiresAt')}
      />
    </>
  );
}

interface MadeTokenProps extends NewFireTokenDialogProps {
  made: OutputOf<'createFireToken'>;
}

function MadeToken({ install, made, onClose }: MadeTokenProps) {
  const { address, view } = made;
  const trigger = install.triggers.find(({ name }) => name === view.trigger);
  const query = view.contact === null ? '?contact=f1u1000' : '';
  const sample = trigger === undefined ? '{}' : JSON.stringify(samplesOf(trigger));
  return (
    <Dialog
      open
      onClose={onClose}
      title="Copy the address now"
      about="It is shown this once: whoever has it can fire this trigger."
      footer={
        <Button look="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      <div className="form">
        <CopyField
          label="Address"
          value={`${address}${query}`}
          {...(view.contact === null && {
            hint: 'Put the contact id in place of f1u1000, or name the contact by ?email=, ?phone= or ?customerId=.',
          })}
        />
        <CopyField
          label="Try it"
          value={`curl -X POST '${address}${query}' -H 'Content-Type: application/json' -d '${sample.replaceAll("'", `'\\''`)}'`}
        />
      </div>
    </Dialog>
  );
}
