// The texts in the settings of steps that name or read something, each with its place in the flow.
import type { FlowGraph, FlowStep } from '../flow.ts';
import { mapSettings } from '../settings/map-settings.ts';
import type { Path } from '../settings/kind.ts';
import type { ReferenceSetting, SettingField } from '../settings/setting.ts';
import type { StepType } from '../step-type.ts';

export type StepTypes = ReadonlyMap<string, StepType>;

export interface TemplateText {
  readonly is: 'template';
  readonly text: string;
  readonly path: Path;
  readonly field: SettingField | undefined;
}

interface ReferenceText {
  readonly is: 'reference';
  readonly text: string;
  readonly path: Path;
  readonly field: ReferenceSetting;
}

export function stepTexts({ steps }: FlowGraph, stepTypes: StepTypes): (TemplateText | ReferenceText)[] {
  return steps.flatMap((step, index) => textsOf(step, stepTypes, ['steps', index, 'settings']));
}

/** A path that stands alone, as in a condition, is shown as the template that reads it. */
export function textsOf(
  step: FlowStep,
  stepTypes: StepTypes,
  at: Path = [],
): (TemplateText | ReferenceText)[] {
  const texts: (TemplateText | ReferenceText)[] = [];
  mapSettings(
    stepTypes.get(step.type)?.settings,
    step.settings,
    {
      reference: (text, path, field) => {
        if (text !== '') texts.push({ is: 'reference', text, path, field });
        return text;
      },
      template: (text, path, field) => {
        texts.push({ is: 'template', text, path, field });
        return text;
      },
      lonePath: (text, path) => {
        if (text !== '') texts.push({ is: 'template', text: `{{${text}}}`, path, field: undefined });
        return text;
      },
    },
    at,
  );
  return texts;
}

export function byName(stepTypes: readonly StepType[]): StepTypes {
  return new Map(stepTypes.map((type) => [type.name, type]));
}
