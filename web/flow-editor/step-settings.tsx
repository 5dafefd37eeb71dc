// The settings of the chosen step: kept here while one types, made a change when one pauses or leaves.
import { useEffect, useRef, useState } from 'react';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { SettingsForm } from '../settings-form/settings-form.tsx';
import type { SettingsFormProps } from '../settings-form/settings-form.tsx';

export interface StepSettingsProps {
  step: FlowStep;
  surroundings: SettingsFormProps['surroundings'];
  complaints: NonNullable<SettingsFormProps['complaints']>;
  readOnly: boolean;
  onChange: (settings: JsonObject) => void;
}

/** So that a word is one step of undo and one request, not one per letter. */
const PAUSE_MS = 400;

export function StepSettings({ step, surroundings, complaints, readOnly, onChange }: StepSettingsProps) {
  const type = stepTypeMap.get(step.type);
  const [values, setValues] = useTyped(step.settings, onChange);
  if (type === undefined) {
    return <p>This kind of step is not known here. Remove it, or update Bellwire.</p>;
  }
  return (
    <fieldset className="step-settings" disabled={readOnly}>
      <p className="step-settings-about">{type.about}</p>
      <SettingsForm
        fields={type.settings}
        values={values}
        onChange={setValues}
        surroundings={surroundings}
        complaints={complaints}
      />
    </fieldset>
  );
}

/** What is typed, ahead of what is kept; an undo or somebody else's edit replaces it. */
function useTyped(kept: JsonObject, onChange: (settings: JsonObject) => void) {
  const [typed, setTyped] = useState(kept);
  const [seen, setSeen] = useState(kept);
  const waiting = useRef<{ settings: JsonObject; timer: ReturnType<typeof setTimeout> }>(undefined);
  const give = useRef(onChange);
  give.current = onChange;
  if (kept !== seen) {
    setSeen(kept);
    if (waiting.current === undefined) setTyped(kept);
  }
  useEffect(
    () => () => {
      if (waiting.current === undefined) return;
      clearTimeout(waiting.current.timer);
      give.current(waiting.current.settings);
    },
    [],
  );
  const type = (settings: JsonObject) => {
    setTyped(settings);
    clearTimeout(waiting.current?.timer);
    const timer = setTimeout(() => {
      waiting.current = undefined;
      give.current(settings);
    }, PAUSE_MS);
    waiting.current = { settings, timer };
  };
  return [typed, type] as const;
}
