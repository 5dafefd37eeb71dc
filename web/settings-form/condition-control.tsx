// The control of a condition.
import { jsonObject } from '@bellwire/model/json.ts';
import type { ConditionSetting } from '@bellwire/model/settings/setting.ts';
import { ConditionEditor } from './condition-editor.tsx';
import type { ControlProps } from './control.ts';
import { readDraftCondition } from './read-draft-condition.ts';
import { within } from './within.ts';

export function ConditionControl({ field, value, onChange, path, scene }: ControlProps<ConditionSetting>) {
  return (
    <ConditionEditor
      label={field.label}
      value={readDraftCondition(value)}
      onChange={(condition) => onChange(jsonObject(condition))}
      places={scene.surroundings.places}
      complaints={within(scene.complaints, path)}
    />
  );
}
