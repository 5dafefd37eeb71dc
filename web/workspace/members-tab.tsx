// The members of the workspace and the invitations that are still open.
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { tableState } from '../server-state/query-problem.tsx';
import { useMe } from '../server-state/use-me.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { memberColumns } from './member-columns.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import type { Member } from './workspace-views.ts';
import './workspace.css';

export function MembersTab() {
  const answer = useOperation('listMembers', {});
  const me = useMe().data?.person.id;
  const [inviting, setInviting] = useState(false);
  const [removed, setRemoved] = useState<Member>();
  const invite = (
    <Button look="primary" icon={<UserPlus size={15} aria-hidden />} onClick={() => setInviting(true)}>
      Invite
    </Button>
  );
  return (
    <div className="workspace-stack">
      <Card title="Members" acts={invite} flush>
        <Table
          label="Members"
          columns={memberColumns(me, setRemoved)}
          {...tableState(answer, ({ members }) => members)}
          rowKey={(member) => member.personId}
          empty={null}
        />
      </Card>
      <InvitationList invitations={answer.data?.invitations ?? []} />
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
      {removed && <RemoveMemberDialog member={removed} onClose={() => setRemoved(undefined)} />}
    </div>
  );
}
