// What a button of a message asks for.
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';

export const label = { kind: 'text', label: 'Label', required: true, maxLength: 80 } as const;

const does = {
  kind: 'choice',
  label: 'Does',
  options: [
    { value: 'flow', label: 'Goes on in this flow' },
    { value: 'url', label: 'Opens an address' },
    { value: 'call', label: 'Rings a number' },
    { value: 'reply', label: 'Says its label' },
  ],
  required: true,
  default: 'flow',
} as const;

const url = {
  kind: 'text',
  label: 'Address',
  required: true,
  maxLength: 4000,
  when: { setting: 'kind', is: ['url'] },
} as const;

const phone = {
  kind: 'text',
  label: 'Phone number',
  placeholder: '+49 30 123456',
  required: true,
  maxLength: 40,
  when: { setting: 'kind', is: ['call'] },
} as const;

export const buttonItem = { label, kind: does, url, phone } as const satisfies SettingFields;

/** On a card, which may be made once for each item of a list. */
export const cardButtonItem = {
  label: { ...label, perItem: true },
  kind: does,
  url: { ...url, perItem: true },
  phone: { ...phone, perItem: true },
} as const satisfies SettingFields;

export type ButtonValues = ValuesOf<typeof buttonItem>;
