// Actions: the list, and the page of one with its form as the bot's owner sees it.
import { MousePointerClick, Play } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { actionSchema, type Action } from '@bellwire/model/action.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { within } from '../settings-form/within.ts';
import { Button } from '../ui/button.tsx';
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
  const sheet: ActionSheetProps = {
    action,
    complaints: complaintsOf(builder, 'actions', action.name),
    set: (next) => builder.change([{ is: 'put-part', part: 'actions', value: { ...action, ...next } }]),
  };
  return (
    <PartPage
      part="actions"
      name={action.name}
      label={action.label}
      shownBeside={['label', 'about', 'inputs', 'outputs', 'flow']}
    >
      <div className="builder-split">
        <div className="builder-sheets">
          <ActionWords {...sheet} />
          <ActionInputs {...sheet} />
          <ActionFlow {...sheet} />
          <ActionOutputs {...sheet} />
        </div>
        <FormPreview
          title="As a bot's owner fills it in"
          inputs={action.inputs}
          act={(values) => <TestRunButton action={action} inputs={values} />}
        />
      </div>
    </PartPage>
  );
}

/** The engine comes with it: only to those who run something. */
const TestRun = lazy(async () => ({ default: (await import('./test-run.tsx')).TestRun }));

function TestRunButton({ action, inputs }: { action: Action; inputs: JsonObject }) {
  const { app } = useBuilder();
  const [running, setRunning] = useState(false);
  const flow = app.flows.find(({ name }) => name === action.flow);
  if (flow === undefined) return null;
  return (
    <div>
      <Button icon={<Play size={14} aria-hidden />} onClick={() => setRunning(true)}>
        Test run
      </Button>
      {running ? (
        <Suspense fallback={null}>
          <TestRun action={action} flow={flow} inputs={inputs} onClose={() => setRunning(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

interface ActionSheetProps {
  action: Action;
  /** Their paths begin at the action. */
  complaints: readonly Complaint[];
  set: (next: Partial<Action>) => void;
}

function ActionWords({ action: { label, about }, complaints, set }: ActionSheetProps) {
  const { app, change } = useBuilder();
  return (
    <Card>
      <ShapedForm
        fields={wordFields}
        schema={wordSchema}
        value={{ label, about }}
        onChange={set}
        surroundings={partSurroundings(app, change)}
        complaints={complaints}
      />
    </Card>
  );
}

const wordSchema = actionSchema.pick({ label: true, about: true });

function ActionInputs({ action: { inputs }, complaints, set }: ActionSheetProps) {
  const { app, change } = useBuilder();
  return (
    <Card title="Inputs" about="What it asks of the bot. Each answer goes into an app field.">
      <InputsEditor
        inputs={inputs}
        fields={actionInputFields}
        adder={(add) => (
          <AddByField
            word="input"
            without={({ name }) => inputs.some((input) => input.saveTo === name)}
            onAdd={(field) => add(inputFor(field, inputs))}
          />
        )}
        onChange={(next) => set({ inputs: next })}
        surroundings={partSurroundings(app, change)}
        complaints={within(complaints, ['inputs'])}
      />
    </Card>
  );
}

function ActionFlow({ action: { flow, label }, complaints, set }: ActionSheetProps) {
  return (
    <Card>
      <FlowPicker
        value={flow}
        label={label}
        says="Runs when a bot calls the action."
        onChange={(next) => set({ flow: next })}
        {...complaintAt(complaints, ['flow'])}
      />
    </Card>
  );
}

function ActionOutputs({ action: { outputs }, complaints, set }: ActionSheetProps) {
  return (
    <Card title="Outputs" about="App fields whose values go back to the bot when the flow ends.">
      <OutputsTable
        outputs={outputs}
        onChange={(next) => set({ outputs: next })}
        complaints={within(complaints, ['outputs'])}
      />
    </Card>
  );
}
