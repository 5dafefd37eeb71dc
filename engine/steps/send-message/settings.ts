// What the step "Send message" asks for: the first message, further ones, and what stands under the last.
import { contentKinds, MOST_MESSAGE_CHARACTERS } from '@bellwire/model/message.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';
import { cardFields } from './card-settings.ts';
import { buttonItem, label } from './button-settings.ts';

const media = { setting: 'kind', is: ['image', 'audio', 'video', 'file'] } as const;

const messageFields = {
  kind: {
    kind: 'choice',
    label: 'What',
    options: contentKinds.map(({ name, label: words }) => ({ value: name, label: words })),
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
    item: buttonItem,
    when: { setting: 'kind', is: ['text'] },
  },
  url: {
    kind: 'text',
    label: 'Address',
    about:
      'Where it lies in the web, or of a file that was uploaded here. Without an address nothing is sent.',
    placeholder: 'https://shop.example/cup.jpg',
    isMedia: true,
    when: media,
  },
  alt: {
    kind: 'text',
    label: 'What is to be seen',
    about: 'For those who cannot see it.',
    maxLength: 500,
    when: { setting: 'kind', is: ['image'] },
  },
  name: {
    kind: 'text',
    label: 'Name of the file',
    placeholder: 'invoice.pdf',
    maxLength: 200,
    when: { setting: 'kind', is: ['file'] },
  },
  caption: { kind: 'text', label: 'Caption', multiline: true, maxLength: 1000, when: media },
  ...cardFields,
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
  typing: {
    kind: 'number',
    label: 'Seems to write for, in seconds',
    min: 0,
    max: 10,
    default: 0,
  },
} as const satisfies SettingFields;

export const sendMessageSettings = {
  ...messageFields,
  more: {
    kind: 'list',
    label: 'Further messages',
    about: 'Sent one after the other, behind the first.',
    itemLabel: 'message',
    max: 9,
    item: messageFields,
  },
  quickReplies: {
    kind: 'list',
    label: 'Quick replies',
    about: 'Shown under the newest message only.',
    itemLabel: 'quick reply',
    max: 13,
    item: { label },
  },
} as const satisfies SettingFields;

export type MessageValues = ValuesOf<typeof messageFields>;
