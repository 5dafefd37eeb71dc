// The page of a source whose options are written down: one per line, so that a column of a table can be pasted.
import { sourceSchema, type Option, type StaticSource } from '@bellwire/model/source.ts';
import { useTyped } from '../draft/use-typed.ts';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { FormPreview } from './form-preview.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { ShapedForm } from './shaped-form.tsx';
import { sourceLabelFields } from './source-fields.ts';

export function StaticSourcePage({ source }: { source: StaticSource }) {
  const builder = useBuilder();
  const { app, change } = builder;
  const complaints = complaintsOf(builder, 'sources', source.name);
  const put = (value: StaticSource) => change([{ is: 'put-part', part: 'sources', value }]);
  return (
    <PartPage part="sources" name={source.name} label={source.label} shownBeside={['label', 'options']}>
      <div className="builder-split">
        <div className="builder-sheets">
          <Card>
            <ShapedForm
              fields={sourceLabelFields}
              schema={labelSchema}
              value={{ label: source.label }}
              onChange={({ label }) => put({ ...source, label })}
              surroundings={partSurroundings(app, change)}
              complaints={complaints}
            />
          </Card>
          <Card title="Options">
            <OptionLines options={source.options} onChange={(options) => put({ ...source, options })} />
            {complaints
              .filter(({ path }) => path[0] === 'options')
              .map(({ says }) => (
                <ProblemNote key={says} problem={{ says }} />
              ))}
          </Card>
        </div>
        <FormPreview title="As a select" inputs={[previewInput(source)]} />
      </div>
    </PartPage>
  );
}

const [staticSchema] = sourceSchema.options;
const labelSchema = staticSchema.pick({ label: true });

export function previewInput({ name, label }: { name: string; label: string }) {
  return { name: 'preview', type: 'select', title: label, required: true, source: name } as const;
}

function OptionLines({ options, onChange }: { options: Option[]; onChange: (options: Option[]) => void }) {
  const kept = options
    .map(({ label, value }) => (label === value ? label : `${label} = ${value}`))
    .join('\n');
  const [text, type] = useTyped(kept, (typed: string) => onChange(optionsIn(typed)));
  return (
    <TextArea
      label="One option a line"
      rows={10}
      value={text}
      onChange={type}
      placeholder={'Small = s\nMedium = m\nLarge = l'}
      hint='"Label = value", or a label alone, which then is the value too. A label and a value parted by a tab, as a table gives them, are taken as well.'
    />
  );
}

/** @example optionsIn('Small = s\nLarge') // [{ label: 'Small', value: 's' }, { label: 'Large', value: 'Large' }] */
function optionsIn(text: string): Option[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 1000)
    .map((line) => {
      const [, label, value] = /^(.*?)(?:\t| = )\s*(.*)$/.exec(line) ?? [];
      return { label: (label?.trim() || line).slice(0, 200), value: (value?.trim() || line).slice(0, 500) };
    });
}
