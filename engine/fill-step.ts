// The settings of a step with their places filled, each by the rules of its kind.
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { SettingField } from '@bellwire/model/settings/setting.ts';
import { fillSettings } from '@bellwire/model/settings/kinds.ts';
import type { StepType } from '@bellwire/model/step-type.ts';
import { fill } from './language/fill.ts';
import { fillJsonText } from './language/json-text.ts';
import type { Scope } from './language/scope.ts';

/** @throws LimitError when a value or text grows too large. */
export function fillStep(
  type: StepType,
  settings: FlowStep['settings'],
  scope: Scope,
  notes?: string[],
): JsonObject {
  const fillOne = (value: Json, field: SettingField): Json =>
    field.kind === 'text' && field.syntax === 'json' && typeof value === 'string'
      ? fillJsonText(value, scope, notes)
      : fill(value, scope, notes);
  return fillSettings(type.settings, settings, fillOne);
}
