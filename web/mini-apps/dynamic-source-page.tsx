// The page of a source that asks a service: the request, where the options are in its answer, and the select it makes.
import { sourceSchema, type DynamicSource } from '@bellwire/model/source.ts';
import type { PickedValue } from '../requests/json-picker.tsx';
import type { Told } from '../server-state/problem-words.ts';
import type { Surroundings } from '../settings-form/surroundings.ts';
import { within } from '../settings-form/within.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { FormPreview } from './form-preview.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { RequestEditor } from './request-editor.tsx';
import { ShapedForm } from './shaped-form.tsx';
import { pagingFromForm, pagingToForm, sourceLabelFields, sourceListFields } from './source-fields.ts';
import { previewInput } from './static-source-page.tsx';

export function DynamicSourcePage({ source }: { source: DynamicSource }) {
  const builder = useBuilder();
  const complaints = complaintsOf(builder, 'sources', source.name);
  const surroundings = withFormPlaces(partSurroundings(builder.app, builder.change));
  const replace = (value: DynamicSource) => builder.change([{ is: 'put-part', part: 'sources', value }]);
  const put = (next: Partial<DynamicSource>) => replace({ ...source, ...next });
  const { request, label } = source;
  const form = { surroundings, complaints };
  return (
    <PartPage part="sources" name={source.name} label={label} shownBeside={shown}>
      <div className="builder-split">
        <div className="builder-sheets">
          <Card>
            <ShapedForm {...labelForm} {...form} value={{ label }} onChange={put} />
          </Card>
          <Card title="Request" about="Test it, then click the list, a label and a value in the answer.">
            <RequestEditor
              value={request}
              onChange={(next) => put({ request: next })}
              surroundings={surroundings}
              complaints={within(complaints, ['request'])}
              picked={(picked) => <PickPart key={picked.path} picked={picked} source={source} onPick={put} />}
            />
          </Card>
          <Card title="In the answer">
            <AnswerForm {...form} source={source} onChange={replace} />
          </Card>
        </div>
        <FormPreview title="As a select" inputs={[previewInput(source)]} />
      </div>
    </PartPage>
  );
}

const shown = ['label', 'request', 'list', 'labelPath', 'valuePath', 'paging', 'cacheSeconds'];
const [, dynamicSchema] = sourceSchema.options;
const labelSchema = dynamicSchema.pick({ label: true });
const answerSchema = dynamicSchema.omit({ is: true, name: true, label: true, request: true });

const labelForm = { fields: sourceLabelFields, schema: labelSchema };

interface AnswerFormProps {
  source: DynamicSource;
  onChange: (source: DynamicSource) => void;
  surroundings: Surroundings;
  complaints: readonly Told[];
}

function AnswerForm({ source, onChange, surroundings, complaints }: AnswerFormProps) {
  const { request, name, is, label, paging: _before, ...answer } = source;
  return (
    <ShapedForm
      fields={sourceListFields}
      schema={answerSchema}
      value={source.paging === undefined ? answer : { ...answer, paging: source.paging }}
      onChange={(next) => onChange({ request, name, is, label, ...next })}
      surroundings={surroundings}
      complaints={complaints}
      toForm={pagingToForm}
      fromForm={pagingFromForm}
    />
  );
}

/** What only the request of a source can read. */
function withFormPlaces(surroundings: Surroundings): Surroundings {
  return {
    ...surroundings,
    places: [
      ...surroundings.places.filter(({ label }) => label !== 'This run'),
      {
        label: 'The form',
        places: [
          { path: 'search', label: 'What was typed to search', type: 'text' },
          { path: 'page.cursor', label: 'Cursor of the page', type: 'text' },
          { path: 'page.number', label: 'Number of the page', type: 'number' },
          { path: 'page.offset', label: 'Entries seen before', type: 'number' },
          { path: 'page.size', label: 'Entries of a page', type: 'number' },
        ],
      },
    ],
  };
}

interface PickPartProps {
  picked: PickedValue;
  source: DynamicSource;
  onPick: (next: Partial<DynamicSource>) => void;
}

/** Below a list, a path is told from one entry of it: `$.data[0].name` is `$.name` there. */
function PickPart({ picked: { path, value }, source, onPick }: PickPartProps) {
  const list = /^(.*)\[\d+\](?!.*\[\d+\])(.*)$/.exec(path);
  const take = (next: Partial<DynamicSource>, says: string) => {
    onPick(next);
    toast({ says });
  };
  if (Array.isArray(value)) {
    return (
      <div>
        <Button size="small" onClick={() => take({ list: path }, `The list is at ${path}.`)}>
          This is the list
        </Button>
      </div>
    );
  }
  if (list === null) return <p className="field-hint">Click a list, or a value inside of one.</p>;
  const [, at = '$', below = ''] = list;
  const inList = source.list === at ? {} : { list: at };
  return (
    <div className="request-tools">
      <Button
        size="small"
        onClick={() => take({ ...inList, labelPath: `$${below}` }, `Labels are at $${below}.`)}
      >
        This is the label
      </Button>
      <Button
        size="small"
        onClick={() => take({ ...inList, valuePath: `$${below}` }, `Values are at $${below}.`)}
      >
        This is the value
      </Button>
    </div>
  );
}
