// The settings of a step with their places filled, each by the rules of its kind.
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { SettingField } from '@bellwire/model/settings/setting.ts';
import { fillSettings } from '@bellwire/model/settings/kinds.ts';
import type { StepType } from '@bellwire/model/step-type.ts';
import { fill } from './language/fill.ts';
import { fillJsonText } from './language/json-text.ts';
import type { Scope } from './language/scope.ts';

/**
 * Settings without places come out the same each time, and are filled once for each step of a graph: then they are frozen, by
 * which others know that what they made of them still holds.
 *
 * @throws LimitError when a value or text grows too large.
 */
export function fillStep(
  type: StepType,
  settings: FlowStep['settings'],
  scope: Scope,
  notes?: string[],
): JsonObject {
  const known = filledOnce.get(settings);
  if (known !== undefined && known !== 'each time') return known;
  const before = notes?.length ?? 0;
  const filled = fillAnew(type, settings, scope, notes);
  if (known === 'each time') return filled;
  const isAlways = !JSON.stringify(settings).includes('{{') && (notes?.length ?? 0) === before;
  filledOnce.set(settings, isAlways ? Object.freeze(filled) : 'each time');
  return filled;
}

const filledOnce = new WeakMap<FlowStep['settings'], JsonObject | 'each time'>();

function fillAnew(
  type: StepType,
  settings: FlowStep['settings'],
  scope: Scope,
  notes: string[] | undefined,
): JsonObject {
  return fillSettings(type.settings, settings, (value, field) => fillField(value, field, scope, notes));
}

/** One setting with its places filled, by the syntax it is written in. */
export function fillField(value: Json, field: SettingField, scope: Scope, notes?: string[]): Json {
  return field.kind === 'text' && field.syntax === 'json' && typeof value === 'string'
    ? fillJsonText(value, scope, notes)
    : fill(value, scope, notes);
}
