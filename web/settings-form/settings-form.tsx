// The form of any step, made from the settings its type declares.
import type { JsonObject } from '@bellwire/model/json.ts';
import { isShown } from '@bellwire/model/settings/kinds.ts';
import type { SettingField, SettingFields } from '@bellwire/model/settings/setting.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { controlOf } from './controls.tsx';
import type { FormScene, NestedFields } from './control.ts';
import type { Surroundings } from './surroundings.ts';
import './settings-form.css';

export interface SettingsFormProps {
  fields: SettingFields;
  values: JsonObject;
  onChange: (values: JsonObject) => void;
  surroundings: Surroundings;
  /** Their paths begin at the settings: `['mappings', 0, 'path']`. */
  complaints?: FormScene['complaints'];
}

/** @example <SettingsForm fields={stepType.settings} values={step.settings} onChange={save} surroundings={appSurroundings(app)} /> */
export function SettingsForm({ fields, values, onChange, surroundings, complaints = [] }: SettingsFormProps) {
  if (Object.keys(fields).length === 0)
    return <p className="settings-form-none">This step has no settings.</p>;
  const scene: FormScene = { surroundings, complaints, values, fields, drawFields };
  return <div className="settings-form">{drawFields({ fields, values, onChange, path: [], scene })}</div>;
}

function drawFields({ fields, values, onChange, path, scene }: NestedFields) {
  return Object.entries(fields)
    .filter(([, field]) => isShown(field, fields, values))
    .map(([name, field]) => (
      <div key={name} className="settings-form-row" data-kind={field.kind}>
        {controlOf(field).draw({
          field,
          value: values[name],
          onChange: (value) => onChange(withValue(values, name, value)),
          frame: frameOf(field, [...path, name], scene),
          path: [...path, name],
          scene,
        })}
      </div>
    ));
}

function frameOf(field: SettingField, path: readonly (string | number)[], { complaints }: FormScene) {
  return {
    label: field.label,
    required: field.required ?? (field.kind === 'choice' || field.kind === 'list'),
    ...(field.about === undefined ? {} : { hint: field.about }),
    ...complaintAt(complaints, path),
  };
}

function withValue(values: JsonObject, name: string, value: JsonObject[string] | undefined): JsonObject {
  const { [name]: _before, ...others } = values;
  return value === undefined ? others : { ...values, [name]: value };
}
