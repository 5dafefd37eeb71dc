// What a test expects: how it ends, which events it fires with which items, and what it gives back.
import { appTestSchema, type AppTest } from '@bellwire/model/app-test.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { useBuilder } from './builder.ts';
import { whatCame } from './draft-test.ts';
import { JsonField } from './json-field.tsx';
import type { TestSheetProps } from './test-gives.tsx';

type Expect = AppTest['expect'];

const shape = appTestSchema.shape.expect.unwrap().shape;
const ends = [
  { value: 'well', label: 'Well' },
  { value: 'failed', label: 'With a failure' },
] as const;

export function TestExpects({ test, onChange }: TestSheetProps) {
  const { app } = useBuilder();
  const { expect } = test;
  const set = (next: Partial<Expect>) => onChange({ expect: { ...expect, ...next } });
  return (
    <Card
      title="Expects"
      about="Only what is named here is compared."
      acts={
        <Button size="small" onClick={() => onChange({ expect: whatCame(app, test) })}>
          Expect what comes now
        </Button>
      }
    >
      <div className="builder-form">
        <Select
          label="It ends"
          required
          value={expect.ends}
          choices={ends}
          onChange={(value) => set({ ends: value === 'failed' ? 'failed' : 'well' })}
        />
        <JsonField
          label="Events fired, in order"
          hint='[{"trigger": "paid", "items": [{"item": "amount", "value": 12.5}]}]'
          value={expect.fires}
          schema={shape.fires}
          onChange={(fires) => set({ fires })}
        />
        <ExpectedValues isAction={test.action !== undefined} expect={expect} set={set} />
      </div>
    </Card>
  );
}

interface ExpectedValuesProps {
  isAction: boolean;
  expect: Expect;
  set: (next: Partial<Expect>) => void;
}

/** An action gives back outputs; of a flow there are only its fields. */
function ExpectedValues({ isAction, expect, set }: ExpectedValuesProps) {
  return isAction ? (
    <JsonField
      label="Outputs"
      hint='[{"output": "url", "value": "https://…"}]'
      value={expect.outputs}
      schema={shape.outputs}
      onChange={(outputs) => set({ outputs })}
    />
  ) : (
    <JsonField
      label="App fields in the end"
      hint='[{"field": "url", "value": "https://…"}]'
      value={expect.fields}
      schema={shape.fields}
      onChange={(fields) => set({ fields })}
    />
  );
}
