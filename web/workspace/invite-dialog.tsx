// Invites a person: makes the address to give them, which is shown once.
import { useState } from 'react';
import type { InputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { isRole, roleChoices } from './role-words.ts';

type InvitedRole = InputOf<'inviteMember'>['role'];

/** An owner is made only out of a member. */
const choices = roleChoices.filter(({ value }) => value !== 'owner');

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useChange('inviteMember');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<InvitedRole>('builder');
  if (invite.data !== undefined) return <Invited answer={invite.data} onClose={onClose} />;
  return (
    <FormDialog
      onClose={onClose}
      title="Invite a member"
      act="Make invitation"
      busy={invite.isPending}
      problem={problemElsewhere(invite.error, ['email', 'role'])}
      onSubmit={() => invite.mutate({ email: email.trim(), role })}
    >
      <TextField
        label="E-mail"
        type="email"
        required
        placeholder="ada@example.com"
        value={email}
        onChange={setEmail}
        {...problemAt(invite.error, 'email')}
      />
      <Select
        label="Role"
        required
        choices={choices}
        value={role}
        onChange={(next) => (isRole(next) && next !== 'owner' ? setRole(next) : undefined)}
        {...problemAt(invite.error, 'role')}
      />
    </FormDialog>
  );
}

function Invited({ answer, onClose }: { answer: OutputOf<'inviteMember'>; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Give this address to ${answer.invitation.email}`}
      about="It is shown this once, and good for seven days. Bellwire sends no mail."
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField label="Invitation" value={answer.address} />
    </Dialog>
  );
}
