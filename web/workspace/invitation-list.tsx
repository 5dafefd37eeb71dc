// The invitations that nobody has taken up yet; nothing where there is none.
import { Card } from '../ui/card.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import type { Invitation } from './workspace-views.ts';

const columns: readonly Column<Invitation>[] = [
  { key: 'email', label: 'E-mail', cell: (invitation) => invitation.email },
  { key: 'role', label: 'Role', cell: (invitation) => invitation.role },
  {
    key: 'until',
    label: 'Good until',
    align: 'end',
    cell: (invitation) => <RelativeTime at={invitation.expiresAt} />,
  },
];

export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <Card title="Invited, not joined yet" flush>
      <Table
        label="Invitations"
        columns={columns}
        rows={invitations}
        rowKey={(invitation) => invitation.id}
        empty={null}
      />
    </Card>
  );
}
