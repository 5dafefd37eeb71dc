// What the step "External request" asks for.
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import { MOST_TRIES } from '@bellwire/model/retry-gaps.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';

const withPatience = (...kinds: string[]) => ({ setting: 'patience', is: kinds });

export const requestSettings = {
  ...requestFields,
  mappings: {
    kind: 'list',
    label: 'From the answer into fields',
    itemLabel: 'mapping',
    item: {
      path: {
        kind: 'text',
        label: 'JSONPath',
        template: false,
        placeholder: '$.data.id',
        required: true,
        maxLength: 500,
      },
      field: { kind: 'reference', to: 'field', label: 'Field', required: true },
      fallback: { kind: 'value', label: 'If nothing is there' },
    },
  },
  routes: {
    kind: 'list',
    label: 'Ways by status',
    about: 'A first digit, such as 4 for all of 400-499, or one status, such as 404. The exact status wins.',
    itemLabel: 'way',
    max: 20,
    item: {
      when: {
        kind: 'text',
        label: 'Status',
        template: false,
        placeholder: '404',
        required: true,
        maxLength: 3,
      },
    },
  },
  patience: {
    kind: 'choice',
    label: 'When the other side is busy, broken or away',
    about: `On 429, 5xx and network errors. Each try carries the same idempotency key. For days means ${MOST_TRIES} tries in 92 hours, with pauses from 10 seconds to a day; meanwhile other events of the contact pass, as at a Wait.`,
    options: [
      { value: 'minutes', label: 'Try again for some minutes' },
      { value: 'days', label: 'Try again for days' },
    ],
    required: true,
    default: 'minutes',
  },
  retries: {
    kind: 'number',
    label: 'Try again at most',
    about: 'Times.',
    required: true,
    whole: true,
    min: 0,
    max: 5,
    default: 2,
    when: withPatience('minutes'),
  },
  pauseSeconds: {
    kind: 'number',
    label: 'First pause before trying again, in seconds',
    about: 'Doubles each time. A longer Retry-After of the other side is obeyed, up to 5 minutes.',
    required: true,
    min: 0.1,
    max: 300,
    default: 2,
    when: withPatience('minutes'),
  },
} as const satisfies SettingFields;

export type RequestStepValues = ValuesOf<typeof requestSettings>;
