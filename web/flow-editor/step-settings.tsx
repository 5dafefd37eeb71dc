// The settings of the chosen step: kept here while one types, made a change when one pauses or leaves.
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { StepRequestTools } from '../requests/step-request-tools.tsx';
import { sendsRequest } from '../requests/request-in-form.ts';
import { useTyped } from '../draft/use-typed.ts';
import { SettingsForm } from '../settings-form/settings-form.tsx';
import { StepPreview } from './step-preview.tsx';
import type { SettingsFormProps } from '../settings-form/settings-form.tsx';

export interface StepSettingsProps {
  step: FlowStep;
  surroundings: SettingsFormProps['surroundings'];
  complaints: NonNullable<SettingsFormProps['complaints']>;
  readOnly: boolean;
  onChange: (settings: JsonObject) => void;
}

export function StepSettings({ step, surroundings, complaints, readOnly, onChange }: StepSettingsProps) {
  const type = stepTypeMap.get(step.type);
  const [values, setValues] = useTyped(step.settings, onChange);
  if (type === undefined) {
    return <p>This kind of step is not known here. Remove it, or update Bellwire.</p>;
  }
  return (
    <fieldset className="step-settings" disabled={readOnly}>
      <p className="step-settings-about">{type.about}</p>
      {readOnly || !sendsRequest(type.settings) ? null : (
        <StepRequestTools fields={type.settings} {...{ values, surroundings }} onChange={setValues} />
      )}
      <SettingsForm
        fields={type.settings}
        values={values}
        onChange={setValues}
        surroundings={surroundings}
        complaints={complaints}
      />
      <StepPreview type={type} settings={values} />
    </fieldset>
  );
}
