// The members of the workspace and the invitations that are still open.
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useMe } from '../server-state/use-me.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberRole } from './member-role.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import './workspace.css';

export type Member = OutputOf<'listMembers'>['members'][number];
type Invitation = OutputOf<'listMembers'>['invitations'][number];

const columns: readonly Column<Member>[] = [
  {
    key: 'name',
    label: 'Member',
    cell: (member) => (
      <span className="member-name">
        <LogoTile name={member.name} size={24} round />
        {member.name}
      </span>
    ),
    sortBy: (member) => member.name,
  },
  { key: 'email', label: 'E-mail', cell: (member) => member.email },
  { key: 'role', label: 'Role', width: 190, cell: (member) => <MemberRole member={member} /> },
  { key: 'at', label: 'Joined', cell: (member) => <RelativeTime at={member.joinedAt} /> },
];

const invitationColumns: readonly Column<Invitation>[] = [
  { key: 'email', label: 'E-mail', cell: (invitation) => invitation.email },
  { key: 'role', label: 'Role', cell: (invitation) => invitation.role },
  {
    key: 'until',
    label: 'Good until',
    align: 'end',
    cell: (invitation) => <RelativeTime at={invitation.expiresAt} />,
  },
];

export function MembersTab() {
  const answer = useOperation('listMembers', {});
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  const [removed, setRemoved] = useState<Member>();
  const invitations = answer.data?.invitations ?? [];
  return (
    <div className="workspace-stack">
      <Card
        title="Members"
        acts={
          <Button look="primary" icon={<UserPlus size={15} aria-hidden />} onClick={() => setInviting(true)}>
            Invite
          </Button>
        }
        flush
      >
        <Table
          label="Members"
          columns={[
            ...columns,
            {
              key: 'acts',
              label: '',
              align: 'end',
              cell: (member) =>
                member.personId === me.data?.person.id ? (
                  'You'
                ) : (
                  <Button size="small" look="quiet" onClick={() => setRemoved(member)}>
                    Remove
                  </Button>
                ),
            },
          ]}
          {...tableState(answer, ({ members }) => members)}
          rowKey={(member) => member.personId}
          empty={null}
        />
      </Card>
      {invitations.length === 0 ? null : (
        <Card title="Invited, not joined yet" flush>
          <Table
            label="Invitations"
            columns={invitationColumns}
            rows={invitations}
            rowKey={(invitation) => invitation.id}
            empty={null}
          />
        </Card>
      )}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
      {removed === undefined ? null : (
        <RemoveMemberDialog member={removed} onClose={() => setRemoved(undefined)} />
      )}
    </div>
  );
}
