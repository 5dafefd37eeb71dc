// A new test: what it is called and what it runs; values, answers and what is expected begin with what comes today.
import { useState } from 'react';
import { partNames } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useBuilder } from './builder.ts';
import { draftTest } from './draft-test.ts';
import { useOpenPart } from './use-open-part.ts';

export function NewTestDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return open ? <NewTest onClose={onClose} /> : null;
}

function NewTest({ onClose }: { onClose: () => void }) {
  const { app, change } = useBuilder();
  const openPart = useOpenPart('tests');
  const choices = [
    ...app.actions.map(({ name, label }) => ({ value: `action ${name}`, label, about: 'Action' })),
    ...app.flows.map(({ name, label }) => ({ value: `flow ${name}`, label, about: 'Flow' })),
  ];
  const [of, setOf] = useState(choices[0]?.value ?? null);
  const [typed, setLabel] = useState<string>();
  const label = typed ?? choices.find(({ value }) => value === of)?.label ?? '';
  const submit = () => {
    const [kind, tested = ''] = of?.split(' ') ?? [];
    const named = { name: nameFrom(label, partNames(app, 'tests')), label: label.trim() };
    const value = draftTest(app, named, kind === 'action' ? { action: tested } : { flow: tested });
    if (!change([{ is: 'put-part', part: 'tests', value }])) return;
    onClose();
    openPart(value.name);
  };
  return (
    <FormDialog
      title="New test"
      about="It begins with sample values and expects what comes of them today: make it say what ought to come."
      act="Make the test"
      busy={false}
      unready={of === null || label.trim() === ''}
      problem={
        choices.length === 0
          ? { says: 'There is nothing to test yet.', help: 'Make an action or a flow first.' }
          : undefined
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Select label="Runs" required value={of} choices={choices} onChange={setOf} />
      <TextField label="Label" required value={label} onChange={setLabel} maxLength={120} />
    </FormDialog>
  );
}
