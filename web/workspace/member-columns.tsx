// What the list tells of each member.
import { Button } from '../ui/button.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import { MemberRole } from './member-role.tsx';
import type { Member } from './workspace-views.ts';

export function memberColumns(me: string | undefined, onRemove: (member: Member) => void): Column<Member>[] {
  return [
    ...columns,
    {
      key: 'acts',
      label: '',
      align: 'end',
      cell: (member) =>
        member.personId === me ? (
          'You'
        ) : (
          <Button size="small" look="quiet" onClick={() => onRemove(member)}>
            Remove
          </Button>
        ),
    },
  ];
}

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
