// Actions: the list, and the page of one with its form as the bot's owner sees it.
import { MousePointerClick } from 'lucide-react';
import { actionSchema, type Action } from '@bellwire/model/app.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import type { Column } from '../ui/table.tsx';
import { AddByField } from './add-by-field.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { FlowPicker } from './flow-picker.tsx';
import { FormPreview } from './form-preview.tsx';
import { actionInputFields } from './input-fields.ts';
import { inputFor } from './input-for.ts';
import { InputsEditor } from './inputs-editor.tsx';
import { newFlow } from './new-flow.ts';
import { OutputsTable } from './outputs-table.tsx';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { ShapedForm } from './shaped-form.tsx';
import { usePart } from './use-part.ts';

export function ActionsSection() {
  const { app, change } = useBuilder();
  const action = usePart('actions');
  if (action !== undefined) return <ActionPage key={action.name} action={action} />;
  const create = (label: string) => {
    const name = nameFrom(label, partNames(app, 'actions'));
    const flow = newFlow(app, label);
    const value = { name, label, about: '', inputs: [], outputs: [], flow: flow.name };
    return change([flow.change, { is: 'put-part', part: 'actions', value }]) ? name : undefined;
  };
  return (
    <PartList
      part="actions"
      entries={app.actions}
      columns={columns}
      icon={<MousePointerClick size={20} aria-hidden />}
      says="An action is what a bot's owner puts into a flow: it asks for inputs, runs a flow of your app, and gives back outputs."
      example={<code>Create payment link: amount, currency → payment_url</code>}
      placeholder="Create payment link"
      create={create}
    />
  );
}

const columns: readonly Column<Action>[] = [
  { key: 'label', label: 'Action', sortBy: ({ label }) => label, cell: ({ label }) => label },
  { key: 'inputs', label: 'Asks for', cell: ({ inputs }) => names(inputs.map(({ title }) => title)) },
  { key: 'outputs', label: 'Gives back', cell: ({ outputs }) => names(outputs.map(({ label }) => label)) },
];

function names(labels: readonly string[]): string {
  return labels.length === 0 ? 'nothing' : labels.join(', ');
}

const wordFields = {
  label: { kind: 'text', template: false, label: 'Label', required: true, maxLength: 120 },
  about: { kind: 'text', template: false, label: 'What it does', multiline: true, maxLength: 4000 },
} as const satisfies SettingFields;

function ActionPage({ action }: { action: Action }) {
  const builder = useBuilder();
  const { app, change } = builder;
  const complaints = complaintsOf(builder, 'actions', action.name);
  const surroundings = partSurroundings(app, change);
  const set = (next: Partial<Action>) =>
    change([{ is: 'put-part', part: 'actions', value: { ...action, ...next } }]);
  return (
    <PartPage
      part="actions"
      name={action.name}
      label={action.label}
      shownBeside={['label', 'about', 'inputs', 'outputs', 'flow']}
    >
      <div className="builder-split">
        <div className="builder-sheets">
          <Card>
            <ShapedForm
              fields={wordFields}
              schema={actionSchema.pick({ label: true, about: true })}
              value={{ label: action.label, about: action.about }}
              onChange={set}
              surroundings={surroundings}
              complaints={complaints}
            />
          </Card>
          <Card title="Inputs" about="What it asks of the bot. Each answer goes into an app field.">
            <InputsEditor
              inputs={action.inputs}
              fields={actionInputFields}
              adder={(add) => (
                <AddByField
                  word="input"
                  without={({ name }) => action.inputs.some((input) => input.saveTo === name)}
                  onAdd={(field) => add(inputFor(field, action.inputs))}
                />
              )}
              onChange={(inputs) => set({ inputs })}
              surroundings={surroundings}
              complaints={within(complaints, ['inputs'])}
            />
          </Card>
          <Card>
            <FlowPicker
              value={action.flow}
              label={action.label}
              says="Runs when a bot calls the action."
              onChange={(flow) => set({ flow })}
              {...complaintAt(complaints, ['flow'])}
            />
          </Card>
          <Card title="Outputs" about="App fields whose values go back to the bot when the flow ends.">
            <OutputsTable
              outputs={action.outputs}
              onChange={(outputs) => set({ outputs })}
              complaints={within(complaints, ['outputs'])}
            />
          </Card>
        </div>
        <FormPreview title="As a bot's owner fills it in" inputs={action.inputs} />
      </div>
    </PartPage>
  );
}
