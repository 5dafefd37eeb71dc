// The list of one kind of parts: open, make a new one, and see which of them has problems.
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { AppPart, PartOf } from '@bellwire/model/app.ts';
import { partWords } from '@bellwire/model/app-part.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { CreatePartDialog } from './create-part-dialog.tsx';
import { partSections } from './part-sections.ts';

export interface PartListProps<Part extends AppPart> {
  part: Part;
  entries: readonly PartOf<Part>[];
  columns: readonly Column<PartOf<Part>>[];
  /** One sentence: what these are for. */
  says: string;
  example: ReactNode;
  icon: ReactNode;
  /** Makes one of this label and gives its name. */
  create: (label: string) => string | undefined;
  placeholder: string;
  /** Instead of the dialog that asks for a label. */
  createDialog?: (props: { open: boolean; onClose: () => void }) => ReactNode;
}

export function PartList<Part extends AppPart>(props: PartListProps<Part>) {
  const { part, entries, createDialog } = props;
  const [creating, setCreating] = useState(false);
  const close = () => setCreating(false);
  const add = (
    <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      New {partWords[part]}
    </Button>
  );
  return (
    <>
      {entries.length === 0 ? null : <div className="builder-acts">{add}</div>}
      <Card flush>
        <PartTable {...props} add={add} />
      </Card>
      {createDialog === undefined ? (
        <CreatePartDialog {...props} open={creating} onClose={close} />
      ) : (
        createDialog({ open: creating, onClose: close })
      )}
    </>
  );
}

function PartTable<Part extends AppPart>(props: PartListProps<Part> & { add: ReactNode }) {
  const { part, entries, columns, says, example, icon, add } = props;
  const builder = useBuilder();
  const word = partWords[part];
  return (
    <Table
      label={`All ${word}s`}
      rows={entries}
      rowKey={({ name }) => name}
      columns={[
        ...columns,
        {
          key: 'problems',
          label: 'State',
          align: 'end',
          cell: ({ name }) => <PartState count={complaintsOf(builder, part, name).length} />,
        },
      ]}
      opener={({ name }, content) => (
        <Link
          to="/mini-apps/$appId/$section"
          params={{ appId: builder.view.id, section: partSections[part] }}
          search={{ part: name }}
        >
          {content}
        </Link>
      )}
      empty={<EmptyState icon={icon} title={`No ${word}s yet`} says={says} act={add} example={example} />}
    />
  );
}

function PartState({ count }: { count: number }) {
  if (count === 0) return <Badge tone="ok">ready</Badge>;
  return <Badge tone="warn">{count} to mend</Badge>;
}
