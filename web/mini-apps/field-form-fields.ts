// What is asked of an app field.
import { valueTypes } from '@bellwire/model/value-type.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { typeWords } from '../ui/type-words.ts';

const plain = { kind: 'text', template: false } as const;

export const fieldFormFields = {
  label: { ...plain, label: 'Label', required: true, maxLength: 120 },
  type: {
    kind: 'choice',
    label: 'Type',
    required: true,
    options: valueTypes.map((value) => ({ value, label: typeWords[value] })),
  },
  folder: { ...plain, label: 'Folder', about: 'Fields of one folder stand together.', maxLength: 60 },
  description: { ...plain, label: 'Description', multiline: true, maxLength: 500 },
  default: { ...plain, label: 'Value at the start of a run' },
  dataClass: {
    kind: 'choice',
    label: 'Kind of data',
    options: [
      { value: 'plain', label: 'Nothing special' },
      { value: 'personal', label: 'Personal data' },
      { value: 'payment', label: 'Payment data' },
    ],
    default: 'plain',
  },
  secure: {
    kind: 'switch',
    label: 'Secure',
    about: 'Sealed when stored; it can be neither an item of a trigger nor an output of an action.',
  },
} as const satisfies SettingFields;
