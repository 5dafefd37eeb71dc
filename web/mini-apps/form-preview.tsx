// A form as those see it who have to fill it in; it can be tried, and nothing is kept.
import { useState, type ReactNode } from 'react';
import type { Input } from '@bellwire/model/input.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { InputForm } from '../installs/input-form.tsx';
import { Card } from '../ui/card.tsx';

export interface FormPreviewProps {
  title: string;
  inputs: readonly Input[];
  /** What can be done with what was typed. */
  act?: (values: JsonObject) => ReactNode;
}

export function FormPreview({ title, inputs, act }: FormPreviewProps) {
  const [values, setValues] = useState<JsonObject>({});
  return (
    <aside className="builder-preview" aria-label={title}>
      <h3>{title}</h3>
      <Card>
        {inputs.length === 0 ? (
          <p className="builder-quiet">Nothing is asked.</p>
        ) : (
          <InputForm inputs={inputs} values={values} onChange={setValues} />
        )}
      </Card>
      {act?.(values)}
    </aside>
  );
}
