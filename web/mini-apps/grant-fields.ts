// What the Auth section asks about a sign-in, and about how long something granted holds.
import type { SettingFields } from '@bellwire/model/settings/setting.ts';

const plain = { kind: 'text', template: false } as const;

export const authorizeFields = {
  url: {
    kind: 'text',
    label: 'Sign-in address',
    about: 'The authorization endpoint of the service. The platform adds what makes it safe (state, PKCE).',
    placeholder: 'https://accounts.example.com/oauth/authorize',
    required: true,
  },
  scopes: {
    kind: 'list',
    label: 'Scopes',
    itemLabel: 'scope',
    max: 100,
    item: { scope: { ...plain, label: 'Scope', required: true, maxLength: 300 } },
  },
  parameters: {
    kind: 'list',
    label: 'More URL parameters',
    itemLabel: 'parameter',
    max: 30,
    item: {
      name: { ...plain, label: 'Name', required: true, maxLength: 200 },
      value: { kind: 'text', label: 'Value', maxLength: 2000 },
    },
  },
  clientId: {
    kind: 'text',
    label: 'Client ID',
    about: 'Your own, from the sheet above; or one that the installer gives.',
    required: true,
  },
  separator: { ...plain, label: 'Between scopes', required: true, maxLength: 3 },
  issuer: {
    kind: 'text',
    label: 'Issuer',
    about: 'Where the service names itself ("iss"), another one is refused.',
    placeholder: 'https://accounts.example.com',
  },
} as const satisfies SettingFields;

export const expiryFields = {
  is: {
    kind: 'choice',
    label: 'It holds',
    options: [
      { value: 'never', label: 'Until it is refused' },
      { value: 'after', label: 'For a fixed time' },
      { value: 'in-answer', label: 'As long as the answer says' },
    ],
    required: true,
  },
  seconds: {
    kind: 'number',
    label: 'Seconds',
    required: true,
    default: 3600,
    when: { setting: 'is', is: ['after'] },
  },
  path: {
    ...plain,
    label: 'JSONPath of it',
    required: true,
    default: '$.expires_in',
    when: { setting: 'is', is: ['in-answer'] },
  },
  as: {
    kind: 'choice',
    label: 'What stands there',
    options: [
      { value: 'seconds', label: 'Seconds from now' },
      { value: 'time', label: 'The time itself' },
    ],
    required: true,
    default: 'seconds',
    when: { setting: 'is', is: ['in-answer'] },
  },
} as const satisfies SettingFields;
