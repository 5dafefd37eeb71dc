// Sources: the list, and the page of one: its options, or the request that asks for them.
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { partNames } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { sourceSchema, type Source } from '@bellwire/model/source.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import type { Column } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useBuilder } from './builder.ts';
import { DynamicSourcePage } from './dynamic-source-page.tsx';
import { PartList } from './part-list.tsx';
import { StaticSourcePage } from './static-source-page.tsx';
import { useOpenPart } from './use-open-part.ts';
import { usePart } from './use-part.ts';

export function SourcesSection() {
  const { app } = useBuilder();
  const source = usePart('sources');
  if (source?.is === 'static') return <StaticSourcePage key={source.name} source={source} />;
  if (source?.is === 'dynamic') return <DynamicSourcePage key={source.name} source={source} />;
  return (
    <PartList
      part="sources"
      entries={app.sources}
      columns={columns}
      icon={<ListFilter size={20} aria-hidden />}
      says="A source gives the options of a select: written down once, or asked of the service each time a form is filled in."
      example={<code>Mailing lists: GET /lists, label $.name, value $.id</code>}
      placeholder="Mailing lists"
      create={() => undefined}
      createDialog={({ open, onClose }) => (open ? <NewSourceDialog onClose={onClose} /> : null)}
    />
  );
}

const columns: readonly Column<Source>[] = [
  { key: 'label', label: 'Source', sortBy: ({ label }) => label, cell: ({ label }) => label },
  {
    key: 'options',
    label: 'Options',
    cell: (source) => (source.is === 'static' ? `${source.options.length}` : `from ${source.request.url}`),
  },
];

function NewSourceDialog({ onClose }: { onClose: () => void }) {
  const { app, change } = useBuilder();
  const openPart = useOpenPart('sources');
  const [label, setLabel] = useState('');
  const [is, setIs] = useState('dynamic');
  const submit = () => {
    const name = nameFrom(label, partNames(app, 'sources'));
    const value = is === 'static' ? newStatic(name, label) : newDynamic(name, label);
    if (!change([{ is: 'put-part', part: 'sources', value }])) return;
    setLabel('');
    onClose();
    openPart(name);
  };
  return (
    <FormDialog
      onClose={onClose}
      title="New source"
      act="Make the source"
      onSubmit={submit}
      busy={false}
      unready={label.trim() === ''}
      problem={undefined}
    >
      <TextField
        label="Label"
        required
        value={label}
        onChange={setLabel}
        placeholder="Mailing lists"
        maxLength={120}
      />
      <Select label="Where its options come from" required value={is} onChange={setIs} choices={kinds} />
    </FormDialog>
  );
}

const kinds = [
  { value: 'dynamic', label: 'The service is asked', about: 'Such as the lists of an account.' },
  { value: 'static', label: 'They are written down', about: 'Such as sizes or countries.' },
];

function newStatic(name: string, label: string): Source {
  return sourceSchema.parse({ is: 'static', name, label: label.trim(), options: [] });
}

function newDynamic(name: string, label: string): Source {
  return sourceSchema.parse({
    is: 'dynamic',
    name,
    label: label.trim(),
    request: { url: 'https://api.example.com/lists' },
    list: '$',
    labelPath: '$.name',
    valuePath: '$.id',
  });
}
