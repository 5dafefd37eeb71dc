// The role of a member, to be changed on the spot; a refusal says why.
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import type { Member } from './workspace-views.ts';
import { isRole, roleChoices } from './role-words.ts';

export function MemberRole({ member: { personId, name, role } }: { member: Member }) {
  const set = useChange('setRole');
  return (
    <Select
      label={`Role of ${name}`}
      hideLabel
      choices={roleChoices}
      value={set.isPending ? set.variables.role : role}
      disabled={set.isPending}
      onChange={(next) => {
        if (!isRole(next) || next === role) return;
        set.mutate(
          { personId, role: next },
          { onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }) },
        );
      }}
    />
  );
}
