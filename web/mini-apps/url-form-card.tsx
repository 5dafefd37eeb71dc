// The web form of a one-time URL: what a visitor is asked before the flow goes on. It is there as soon as it asks for something.
import type { Input } from '@bellwire/model/input.ts';
import { oneTimeUrlSchema, type OneTimeUrl } from '@bellwire/model/one-time-url.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import { AddByField } from './add-by-field.tsx';
import { useBuilder } from './builder.ts';
import { actionInputFields } from './input-fields.ts';
import { inputFor } from './input-for.ts';
import { InputsEditor } from './inputs-editor.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { ShapedForm } from './shaped-form.tsx';

type Form = NonNullable<OneTimeUrl['form']>;

export interface UrlFormCardProps {
  url: OneTimeUrl;
  onChange: (form: Form | undefined) => void;
  /** Their paths begin at the URL. */
  complaints: readonly Complaint[];
}

const formSchema = oneTimeUrlSchema.shape.form.unwrap();
const titleSchema = formSchema.pick({ title: true });

const titleFields = {
  title: {
    kind: 'text',
    template: false,
    label: 'Heading of the form',
    required: true,
    maxLength: 120,
  },
} as const satisfies SettingFields;

export function UrlFormCard({ url: { form, label }, onChange, complaints }: UrlFormCardProps) {
  const { app, change } = useBuilder();
  const surroundings = partSurroundings(app, change);
  const inputs = form?.inputs ?? [];
  const setInputs = (next: Input[]) =>
    onChange(next.length === 0 ? undefined : { title: form?.title ?? label, inputs: next });
  return (
    <Card
      title="Web form"
      about="What a visitor is asked. The address then shows this form, and is used up when it is sent."
    >
      {form === undefined ? (
        <p className="builder-quiet">Nothing is asked: who calls the address brings the data.</p>
      ) : (
        <ShapedForm
          fields={titleFields}
          schema={titleSchema}
          value={{ title: form.title }}
          onChange={({ title }) => onChange({ ...form, title })}
          surroundings={surroundings}
          complaints={within(complaints, ['form'])}
        />
      )}
      <InputsEditor
        inputs={inputs}
        fields={actionInputFields}
        onChange={setInputs}
        surroundings={surroundings}
        complaints={within(complaints, ['form', 'inputs'])}
        adder={(add) => (
          <AddByField
            word="input"
            without={({ name }) => inputs.some((input) => input.saveTo === name)}
            onAdd={(field) => add(inputFor(field, inputs))}
          />
        )}
      />
    </Card>
  );
}
