// App fields: the list by folder, and the page of one.
import { Braces } from 'lucide-react';
import { appFieldSchema, type AppField } from '@bellwire/model/app-field.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { CreateFieldDialog } from '../settings-form/create-field-dialog.tsx';
import { isValueType } from '../settings-form/is-value-type.ts';
import { shownText } from '../settings-form/shown-text.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { typeWords } from '../ui/type-words.ts';
import type { Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { fieldFormFields } from './field-form-fields.ts';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { createField, partSurroundings } from './part-surroundings.ts';
import { ShapedForm } from './shaped-form.tsx';
import { typedValue } from './typed-value.ts';
import { usePart } from './use-part.ts';

export function FieldsSection() {
  const { app, change } = useBuilder();
  const field = usePart('fields');
  if (field !== undefined) return <FieldPage key={field.name} field={field} />;
  return (
    <PartList
      part="fields"
      entries={app.fields}
      columns={columns}
      icon={<Braces size={20} aria-hidden />}
      says="A field holds one thing your app knows in a run, such as an amount or an order number."
      example={<code>{'Amount · number · {{app.amount}}'}</code>}
      placeholder="Amount"
      create={(label) => createField(app, { label, type: 'text' }, change)}
      createDialog={(dialog) => (
        <CreateFieldDialog
          {...dialog}
          createField={async (made) => createField(app, made, change)}
          onCreated={() => undefined}
        />
      )}
    />
  );
}

const columns: readonly Column<AppField>[] = [
  {
    key: 'label',
    label: 'Field',
    sortBy: ({ label }) => label,
    cell: ({ label, type }) => (
      <span className="builder-named">
        <TypeIcon type={type} /> {label}
      </span>
    ),
  },
  {
    key: 'name',
    label: 'Name',
    sortBy: ({ name }) => name,
    cell: ({ name }) => <code>{`app.${name}`}</code>,
  },
  { key: 'type', label: 'Type', sortBy: ({ type }) => type, cell: ({ type }) => typeWords[type] },
  {
    key: 'folder',
    label: 'Folder',
    sortBy: ({ folder }) => folder ?? '',
    cell: ({ folder }) => folder ?? '–',
  },
  {
    key: 'secure',
    label: 'Secure',
    cell: ({ secure }) => (secure ? <Badge tone="accent">secure</Badge> : '–'),
  },
];

function FieldPage({ field }: { field: AppField }) {
  const builder = useBuilder();
  const { app, change } = builder;
  return (
    <PartPage part="fields" name={field.name} label={field.label} shownBeside={Object.keys(fieldFormFields)}>
      <Card>
        <ShapedForm
          fields={fieldFormFields}
          schema={appFieldSchema}
          value={field}
          onChange={(value) => change([{ is: 'put-part', part: 'fields', value }])}
          surroundings={partSurroundings(app, change)}
          complaints={complaintsOf(builder, 'fields', field.name)}
          toForm={toForm}
          fromForm={fromForm}
        />
      </Card>
    </PartPage>
  );
}

function toForm(field: JsonObject): JsonObject {
  return field.default === undefined ? field : { ...field, default: shownText(field.default) };
}

/** The value at the start has the type of the field. */
function fromForm({ default: start, ...field }: JsonObject): JsonObject {
  const type = shownText(field.type);
  if (start === undefined || !isValueType(type)) return field;
  return { ...field, default: typedValue(shownText(start), type) };
}
