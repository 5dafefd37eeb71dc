// The steps of a flow as a setting offers them, by the names people see on the cards.
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { ReferenceChoice } from './surroundings.ts';

export function stepChoices(steps: readonly FlowStep[]): ReferenceChoice[] {
  return steps.map(({ id, type, label, settings }) => {
    const kind = stepTypeMap.get(type);
    return { value: id, label: label ?? kind?.label ?? type, about: kind?.summary(settings) ?? id };
  });
}
