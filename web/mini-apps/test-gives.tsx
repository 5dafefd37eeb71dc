// What a test gives: the inputs of the action, or the app fields that the flow begins with.
import type { AppTest } from '@bellwire/model/app-test.ts';
import { emptyFlow } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { useTyped } from '../draft/use-typed.ts';
import { InputForm } from '../installs/input-form.tsx';
import { GivenForm } from '../play/given-form.tsx';
import { under } from '../play/play-ground.ts';
import { appPlaces } from '../settings-form/app-surroundings.ts';
import { Card } from '../ui/card.tsx';
import { useBuilder } from './builder.ts';

export interface TestSheetProps {
  test: AppTest;
  onChange: (next: Partial<AppTest>) => void;
}

export function TestGives(sheet: TestSheetProps) {
  const { app } = useBuilder();
  const action = app.actions.find(({ name }) => name === sheet.test.action);
  return (
    <Card title="Gives" about="With what it begins. Nothing is sent anywhere.">
      {action === undefined ? <GivenFields {...sheet} /> : <GivenInputs {...sheet} inputs={action.inputs} />}
    </Card>
  );
}

function GivenInputs({
  test,
  onChange,
  inputs,
}: TestSheetProps & Pick<Parameters<typeof InputForm>[0], 'inputs'>) {
  const kept = Object.fromEntries(test.inputs.map(({ input, value }) => [input, value]));
  const [values, type] = useTyped<JsonObject>(kept, (given) =>
    onChange({ inputs: Object.entries(given).map(([input, value]) => ({ input, value })) }),
  );
  if (inputs.length === 0) return <p className="builder-quiet">The action asks for nothing.</p>;
  return <InputForm inputs={inputs} values={values} onChange={type} />;
}

function GivenFields({ test, onChange }: TestSheetProps) {
  const { app } = useBuilder();
  const kept = Object.fromEntries(test.fields.map(({ field, value }) => [`app.${field}`, value]));
  const [given, type] = useTyped<JsonObject>(kept, (next) =>
    onChange({ fields: Object.entries(under(next, 'app')).map(([field, value]) => ({ field, value })) }),
  );
  const places = appPlaces(app).flatMap((group) => {
    const own = group.places.filter(({ path }) => path.startsWith('app.'));
    return own.length === 0 ? [] : [{ ...group, places: own }];
  });
  const graph = app.flows.find(({ name }) => name === test.flow) ?? emptyFlow;
  return <GivenForm places={places} graph={graph} given={given} onChange={type} />;
}
