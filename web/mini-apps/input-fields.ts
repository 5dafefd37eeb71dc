// What is asked of one input of a form.
import type { SettingField, SettingFields } from '@bellwire/model/settings/setting.ts';

const plain = { kind: 'text', template: false } as const;

const types = [
  { value: 'string', label: 'One line of text' },
  { value: 'text', label: 'Several lines' },
  { value: 'number', label: 'Number' },
  { value: 'checkbox', label: 'Tick' },
  { value: 'select', label: 'One of several' },
] as const;

const always = {
  title: { ...plain, label: 'Title', required: true, maxLength: 120 },
  name: { ...plain, label: 'Name', required: true, about: 'For templates and the API.', maxLength: 60 },
  type: { kind: 'choice', label: 'Type', options: types, required: true },
} as const satisfies SettingFields;

const more = {
  required: { kind: 'switch', label: 'Must be filled in', default: true },
  description: { ...plain, label: 'Hint under the input', maxLength: 500 },
  placeholder: { ...plain, label: 'Example inside the input', maxLength: 200 },
  default: { ...plain, label: 'Value at the start' },
} as const satisfies SettingFields;

/** Of an action: each answer goes into an app field. */
export const actionInputFields = {
  ...always,
  saveTo: { kind: 'reference', to: 'field', label: 'Save to' },
  ...more,
} as const satisfies SettingFields;

/** Of the auth: each answer is read as `{{auth.name}}`. */
export const authInputFields = {
  ...always,
  saveTo: {
    kind: 'reference',
    to: 'field',
    label: 'Save to',
    about: 'An app field that starts each run with the answer.',
  },
  secret: {
    kind: 'switch',
    label: 'Secret',
    about: 'Sealed when stored, never shown again, never in a log.',
  },
  ...more,
} as const satisfies SettingFields;

/** With the choice of a source, which only a select has. */
export function withSources(
  { title, name, type, ...others }: SettingFields,
  sources: readonly { readonly name: string; readonly label: string }[],
): SettingFields {
  const source: SettingField = {
    kind: 'choice',
    label: 'Options from',
    options: sources.map(({ name: value, label }) => ({ value, label })),
    required: true,
    when: { setting: 'type', is: ['select'] },
    ...(sources.length === 0 && { about: 'There is no source yet. Make one under Sources.' }),
  };
  return { ...(title && { title }), ...(name && { name }), ...(type && { type }), source, ...others };
}
