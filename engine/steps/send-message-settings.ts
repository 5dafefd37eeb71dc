// What the step "Send message" asks for.
import { MOST_MESSAGE_CHARACTERS } from '@bellwire/model/message.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';

const label = { kind: 'text', label: 'Label', required: true, maxLength: 80 } as const;

export const sendMessageSettings = {
  kind: {
    kind: 'choice',
    label: 'What',
    options: [
      { value: 'text', label: 'Text' },
      { value: 'receipt', label: 'Receipt of the newest order' },
    ],
    required: true,
    default: 'text',
  },
  text: {
    kind: 'text',
    label: 'Text',
    multiline: true,
    placeholder: 'Hi {{contact.name}}, …',
    maxLength: MOST_MESSAGE_CHARACTERS,
    when: { setting: 'kind', is: ['text'] },
  },
  buttons: {
    kind: 'list',
    label: 'Buttons',
    itemLabel: 'button',
    max: 10,
    item: {
      label,
      kind: {
        kind: 'choice',
        label: 'Does',
        options: [
          { value: 'flow', label: 'Goes on in this flow' },
          { value: 'url', label: 'Opens an address' },
          { value: 'reply', label: 'Says its label' },
        ],
        required: true,
        default: 'flow',
      },
      url: {
        kind: 'text',
        label: 'Address',
        required: true,
        maxLength: 4000,
        when: { setting: 'kind', is: ['url'] },
      },
    },
    when: { setting: 'kind', is: ['text'] },
  },
  quickReplies: {
    kind: 'list',
    label: 'Quick replies',
    about: 'Shown under the newest message only.',
    itemLabel: 'quick reply',
    max: 13,
    item: { label },
    when: { setting: 'kind', is: ['text'] },
  },
  title: {
    kind: 'text',
    label: 'Title',
    maxLength: 120,
    default: 'Your receipt',
    when: { setting: 'kind', is: ['receipt'] },
  },
  note: {
    kind: 'text',
    label: 'Note',
    multiline: true,
    maxLength: 1000,
    when: { setting: 'kind', is: ['receipt'] },
  },
} as const satisfies SettingFields;

export type MessageValues = ValuesOf<typeof sendMessageSettings>;
