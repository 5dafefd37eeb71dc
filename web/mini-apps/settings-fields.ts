// What the Settings section asks for, sheet by sheet.
import { appCategories } from '@bellwire/model/app.ts';
import { installScopes, scopes } from '@bellwire/model/scope.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';

const plain = { kind: 'text', template: false } as const;

export const listingFields = {
  label: { ...plain, label: 'Label', required: true, maxLength: 120 },
  description: { ...plain, label: 'One line for the store', maxLength: 200 },
  about: { ...plain, label: 'What it does', multiline: true, maxLength: 4000 },
  category: {
    kind: 'choice',
    label: 'Category',
    options: appCategories.map((value) => ({ value, label: capitalised(value) })),
  },
  logo: {
    ...plain,
    label: 'Logo',
    about: 'The address of a square picture.',
    placeholder: 'https://…/logo.svg',
  },
  docsUrl: { ...plain, label: 'Documentation', placeholder: 'https://…' },
  videoId: { ...plain, label: 'Video', about: 'The id of a video on YouTube.', maxLength: 20 },
} as const satisfies SettingFields;

export const priceFields = {
  is: {
    kind: 'choice',
    label: 'Price',
    options: [
      { value: 'free', label: 'Free' },
      { value: 'once', label: 'Paid once' },
      { value: 'monthly', label: 'Paid each month' },
    ],
    required: true,
  },
  amount: {
    kind: 'text',
    template: false,
    label: 'Amount',
    required: true,
    placeholder: '19.00',
    when: { setting: 'is', is: ['once', 'monthly'] },
  },
  currency: {
    ...plain,
    label: 'Currency',
    required: true,
    placeholder: 'EUR',
    maxLength: 3,
    when: { setting: 'is', is: ['once', 'monthly'] },
  },
} as const satisfies SettingFields;

export const powerFields = {
  scopes: {
    kind: 'list',
    label: 'What it may do in the workspace',
    about: 'An installer reads each with its reason, and agrees to it.',
    itemLabel: 'permission',
    item: {
      scope: {
        kind: 'choice',
        label: 'May',
        options: installScopes.map((scope) => ({ value: scope, label: scopes[scope].may })),
        required: true,
      },
      reason: {
        ...plain,
        label: 'Because',
        required: true,
        placeholder: 'To find the buyer.',
        maxLength: 300,
      },
    },
  },
  hosts: {
    kind: 'list',
    label: 'Hosts it may call',
    about: 'No other host is ever called. *.example.com stands for all hosts under it.',
    itemLabel: 'host',
    max: 50,
    item: { host: { ...plain, label: 'Host', required: true, placeholder: 'api.example.com' } },
  },
} as const satisfies SettingFields;

export const receiptFields = {
  receiptsUrl: {
    ...plain,
    label: 'Address for receipts',
    about: 'Your server is told the outcome of each event by POST, where the owner of the install allows it.',
    placeholder: 'https://api.example.com/receipts',
  },
} as const satisfies SettingFields;

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
