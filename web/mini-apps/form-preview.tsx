// A form as those see it who have to fill it in; it can be tried, and nothing is kept.
import { useState, type ReactNode } from 'react';
import type { Input } from '@bellwire/model/input.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { InputForm } from '../installs/input-form.tsx';
import { useBuilder } from './builder.ts';
import { Card } from '../ui/card.tsx';

export interface FormPreviewProps {
  title: string;
  inputs: readonly Input[];
  /** The values are what places read as `auth`. */
  isAuth?: boolean;
  /** What can be done with what was typed. */
  act?: (values: JsonObject) => ReactNode;
}

export function FormPreview({ title, inputs, act, isAuth = false }: FormPreviewProps) {
  const { view } = useBuilder();
  const [values, setValues] = useState<JsonObject>({});
  return (
    <aside className="builder-preview" aria-label={title}>
      <h3>{title}</h3>
      <Card>
        {inputs.length === 0 ? (
          <p className="builder-quiet">Nothing is asked.</p>
        ) : (
          <InputForm
            inputs={inputs}
            values={values}
            onChange={setValues}
            options={{ form: { is: 'draft', appId: view.id }, isAuth }}
          />
        )}
      </Card>
      {act?.(values)}
    </aside>
  );
}
