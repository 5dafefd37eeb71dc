// Rule: the settings of each step can be read by their kinds, as far as that shows before their places are filled.
import type { JsonObject } from '../json.ts';
import { mapSettings } from '../settings/map-settings.ts';
import type { NumberSetting } from '../settings/setting.ts';
import type { StepType } from '../step-type.ts';
import type { FlowRule } from './rule.ts';

export const settingsReadable: FlowRule = {
  about: 'The settings of each step are complete and of the right kind.',
  check: ({ steps }, { stepTypes }) =>
    steps.flatMap((step, index) => {
      const type = stepTypes.get(step.type);
      if (type === undefined) return [];
      return type
        .check(withNumbers(type, step.settings))
        .map((complaint) => ({ ...complaint, path: ['steps', index, 'settings', ...complaint.path] }));
    }),
  examples: [
    {
      says: 'a number may be a place that is filled later',
      flow: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', settings: { minutes: '{{app.sum}}' }, exits: {} }],
      },
      complains: [],
    },
    {
      says: 'text that is no number and has no place',
      flow: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: { minutes: 'soon' }, exits: {} }] },
      complains: ['steps.0.settings.minutes: Minutes is "soon", but a number is expected'],
    },
    {
      says: 'what is required is missing',
      flow: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
      complains: ['steps.0.settings.minutes: Minutes is missing. Fill it in.'],
    },
    {
      says: 'a setting that the type does not have',
      flow: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: { minutes: 5, hours: 1 }, exits: {} }] },
      complains: ['steps.0.settings.hours: There is no setting "hours" here; the settings are minutes.'],
    },
  ],
};

/** What a number will be is not known while its place is not filled: one that fits stands in for it. */
function withNumbers(type: StepType, saved: JsonObject): JsonObject {
  return mapSettings(type.settings, saved, {
    template: (text, _path, field) =>
      field?.kind === 'number' && text.includes('{{') ? fitting(field) : text,
  });
}

function fitting({ default: usual, min, max }: NumberSetting): number {
  return usual ?? min ?? max ?? 1;
}
