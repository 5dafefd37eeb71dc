// What the step "External request" asks for.
import { requestMethods } from '@bellwire/model/outgoing-request.ts';
import { MOST_TRIES } from '@bellwire/model/retry-gaps.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';

const pair = {
  name: { kind: 'text', label: 'Name', template: false, required: true, maxLength: 200 },
  value: { kind: 'text', label: 'Value', maxLength: 8000, default: '' },
} as const;

const withBody = (...kinds: string[]) => ({ setting: 'body', is: kinds });
const withPatience = (...kinds: string[]) => ({ setting: 'patience', is: kinds });
const withAuth = (...kinds: string[]) => ({ setting: 'auth', is: kinds });

export const requestSettings = {
  method: {
    kind: 'choice',
    label: 'Method',
    options: requestMethods.map((method) => ({ value: method, label: method })),
    required: true,
    default: 'GET',
  },
  url: {
    kind: 'text',
    label: 'URL',
    placeholder: 'https://api.example.com/orders/{{app.order_id}}',
    required: true,
    maxLength: 4000,
  },
  query: { kind: 'list', label: 'URL parameters', itemLabel: 'parameter', max: 50, item: pair },
  headers: { kind: 'list', label: 'Headers', itemLabel: 'header', max: 50, item: pair },
  auth: {
    kind: 'choice',
    label: 'Authorization',
    options: [
      { value: 'none', label: 'None' },
      { value: 'bearer', label: 'Bearer token' },
      { value: 'basic', label: 'User name and password' },
    ],
    required: true,
    default: 'none',
  },
  token: {
    kind: 'text',
    label: 'Token',
    placeholder: '{{auth.token}}',
    required: true,
    when: withAuth('bearer'),
  },
  user: { kind: 'text', label: 'User name', required: true, when: withAuth('basic') },
  password: {
    kind: 'text',
    label: 'Password',
    placeholder: '{{auth.password}}',
    default: '',
    when: withAuth('basic'),
  },
  body: {
    kind: 'choice',
    label: 'Body',
    options: [
      { value: 'none', label: 'None' },
      { value: 'json', label: 'JSON' },
      { value: 'form', label: 'Form' },
      { value: 'raw', label: 'Text' },
    ],
    required: true,
    default: 'none',
  },
  json: {
    kind: 'text',
    label: 'JSON',
    about: 'A bare {{place}} stands for a value of any type, one inside quotes for text.',
    placeholder: '{"amount": {{app.amount}}, "note": "Order {{app.number}}"}',
    multiline: true,
    syntax: 'json',
    required: true,
    when: withBody('json'),
  },
  form: {
    kind: 'list',
    label: 'Form values',
    itemLabel: 'value',
    max: 100,
    item: pair,
    when: withBody('form'),
  },
  text: { kind: 'text', label: 'Text', multiline: true, default: '', when: withBody('raw') },
  contentType: {
    kind: 'text',
    label: 'Content type',
    template: false,
    default: 'text/plain; charset=utf-8',
    when: withBody('raw'),
  },
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
  timeoutSeconds: {
    kind: 'number',
    label: 'Give up after, in seconds',
    required: true,
    min: 1,
    max: 60,
    default: 15,
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

export type RequestValues = ValuesOf<typeof requestSettings>;
