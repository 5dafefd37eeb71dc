// What the step "Wait" asks for.
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';
import { timeUnits } from '../time-units.ts';
import { dayChoices } from './next-time.ts';

const only = (...is: readonly string[]) => ({ setting: 'kind', is });

export const waitSettings = {
  kind: {
    kind: 'choice',
    label: 'Wait',
    options: [
      { value: 'for', label: 'For a time' },
      { value: 'time', label: 'Until a time of the day' },
      { value: 'date', label: 'Until a date, or before or after it' },
      { value: 'hours', label: 'Until the hours in which people work' },
    ],
    required: true,
    default: 'for',
  },
  amount: { kind: 'number', label: 'How long', required: true, min: 0, default: 1, when: only('for') },
  unit: {
    kind: 'choice',
    label: 'Unit',
    options: timeUnits,
    required: true,
    default: 'hours',
    when: only('for'),
  },
  date: {
    kind: 'value',
    label: 'Date',
    placeholder: '{{user.appointment}}',
    required: true,
    when: only('date'),
  },
  shift: { kind: 'number', label: 'So much', min: 0, default: 0, when: only('date') },
  shiftUnit: {
    kind: 'choice',
    label: 'Unit',
    options: timeUnits,
    required: true,
    default: 'hours',
    when: only('date'),
  },
  side: {
    kind: 'choice',
    label: 'Before or after it',
    options: [
      { value: 'before', label: 'Before' },
      { value: 'after', label: 'After' },
    ],
    required: true,
    default: 'before',
    when: only('date'),
  },
  time: {
    kind: 'text',
    label: 'Time of the day',
    about: "By the contact's clock; of a date, where it has no time of its own.",
    placeholder: '09:00',
    default: '09:00',
    when: only('time', 'date'),
  },
  from: { kind: 'text', label: 'From', default: '09:00', when: only('hours') },
  to: { kind: 'text', label: 'To', default: '17:00', when: only('hours') },
  days: {
    kind: 'choice',
    label: 'On',
    options: dayChoices,
    default: 'any',
    when: only('time', 'hours'),
  },
} as const satisfies SettingFields;

export type WaitValues = ValuesOf<typeof waitSettings>;
