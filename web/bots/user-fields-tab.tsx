// What the bot can keep about each contact.
import { ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { CreateFieldDialog } from '../settings-form/create-field-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { typeWords } from '../ui/type-words.ts';
import { useCreateUserField } from './use-create-user-field.ts';

type UserField = OutputOf<'listUserFields'>['rows'][number];

const columns: readonly Column<UserField>[] = [
  { key: 'label', label: 'Field', cell: (field) => field.label, sortBy: (field) => field.label },
  { key: 'name', label: 'In templates', cell: (field) => <code>{`{{user.${field.name}}}`}</code> },
  {
    key: 'type',
    label: 'Type',
    cell: (field) => (
      <span className="with-icon">
        <TypeIcon type={field.type} /> {typeWords[field.type]}
      </span>
    ),
    sortBy: (field) => field.type,
  },
  { key: 'about', label: 'About', cell: (field) => field.description || '–' },
];

export function UserFieldsTab({ botId }: { botId: string }) {
  const fields = useOperation('listUserFields', { botId });
  const createField = useCreateUserField(botId);
  const [making, setMaking] = useState(false);
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
      New field
    </Button>
  );
  return (
    <>
      <Card
        title="User fields"
        about="What the bot keeps about each contact."
        acts={fields.data?.rows.length === 0 ? undefined : make}
        flush
      >
        <Table
          label="User fields"
          columns={columns}
          {...tableState(fields, (answer) => answer.rows)}
          rowKey={(field) => field.name}
          empty={
            <EmptyState
              icon={<ListPlus size={20} aria-hidden />}
              title="No user field yet"
              says="A field such as “Payment status” keeps what a trigger brings, for flows to read later."
              act={make}
            />
          }
        />
      </Card>
      <CreateFieldDialog
        open={making}
        onClose={() => setMaking(false)}
        createField={createField}
        onCreated={() => setMaking(false)}
      />
    </>
  );
}
