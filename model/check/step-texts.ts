// The texts in the settings of steps that name or read something, each with its place in the flow.
import type { FlowGraph, FlowStep } from '../flow.ts';
import { mapSettings, type TextMap } from '../settings/map-settings.ts';
import type { Path } from '../settings/kind.ts';
import type { ReferenceSetting, SettingField } from '../settings/setting.ts';
import type { StepType } from '../step-type.ts';

export type StepTypes = ReadonlyMap<string, StepType>;

interface ReadText {
  readonly is: 'template' | 'formula';
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

export type StepText = ReadText | ReferenceText;

export function stepTexts({ steps }: FlowGraph, stepTypes: StepTypes): StepText[] {
  return steps.flatMap((step, index) => textsOf(step, stepTypes, ['steps', index, 'settings']));
}

/** A path that stands alone, as in a condition, is shown as the template that reads it. */
export function textsOf(step: FlowStep, stepTypes: StepTypes, at: Path = []): StepText[] {
  const texts: StepText[] = [];
  const keep = (text: StepText): string => {
    if (text.text !== '') texts.push(text);
    return text.text;
  };
  const map: TextMap = {
    reference: (text, path, field) => keep({ is: 'reference', text, path, field }),
    template: (text, path, field) => keep({ is: 'template', text, path, field }),
    formula: (text, path) => keep({ is: 'formula', text, path, field: undefined }),
    lonePath: (text, path) => {
      if (text !== '') keep({ is: 'template', text: `{{${text}}}`, path, field: undefined });
      return text;
    },
  };
  mapSettings(stepTypes.get(step.type)?.settings, step.settings, map, at);
  return texts;
}

export function byName(stepTypes: readonly StepType[]): StepTypes {
  return new Map(stepTypes.map((type) => [type.name, type]));
}
