// The form of an outgoing request: the settings of the step "External request", and of every other request of an app.
import { requestMethods } from './outgoing-request.ts';
import type { SettingFields } from './settings/setting.ts';

const pair = {
  name: { kind: 'text', label: 'Name', template: false, required: true, maxLength: 200 },
  value: { kind: 'text', label: 'Value', maxLength: 8000, default: '' },
} as const;

const part = {
  ...pair,
  value: { ...pair.value, multiline: true },
  fileName: {
    kind: 'text',
    label: 'File name',
    about: 'With one, the value is sent as a file of that name.',
    maxLength: 200,
  },
  contentType: { kind: 'text', label: 'Content type', template: false, maxLength: 200 },
} as const;

const withBody = (...kinds: string[]) => ({ setting: 'body', is: kinds });
const withAuth = (...kinds: string[]) => ({ setting: 'auth', is: kinds });

const address = {
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
    isCalled: true,
  },
  query: { kind: 'list', label: 'URL parameters', itemLabel: 'parameter', max: 50, item: pair },
  headers: { kind: 'list', label: 'Headers', itemLabel: 'header', max: 50, item: pair },
} as const satisfies SettingFields;

const authorization = {
  auth: {
    kind: 'choice',
    label: 'Authorization',
    options: [
      { value: 'none', label: 'None' },
      { value: 'bearer', label: 'Bearer token' },
      { value: 'basic', label: 'User name and password' },
      { value: 'key', label: 'API key' },
    ],
    required: true,
    default: 'none',
  },
  token: {
    kind: 'text',
    label: 'Token',
    placeholder: '{{auth.token}}',
    required: true,
    maxLength: 8000,
    when: withAuth('bearer'),
  },
  user: { kind: 'text', label: 'User name', required: true, maxLength: 8000, when: withAuth('basic') },
  password: {
    kind: 'text',
    label: 'Password',
    placeholder: '{{auth.password}}',
    default: '',
    maxLength: 8000,
    when: withAuth('basic'),
  },
  keyIn: {
    kind: 'choice',
    label: 'Where the key is sent',
    options: [
      { value: 'header', label: 'In a header' },
      { value: 'query', label: 'In the URL' },
    ],
    required: true,
    default: 'header',
    when: withAuth('key'),
  },
  keyName: {
    kind: 'text',
    label: 'Name of the header or parameter',
    template: false,
    placeholder: 'X-Api-Key',
    required: true,
    maxLength: 200,
    when: withAuth('key'),
  },
  key: {
    kind: 'text',
    label: 'Key',
    placeholder: '{{auth.api_key}}',
    required: true,
    maxLength: 8000,
    when: withAuth('key'),
  },
} as const satisfies SettingFields;

const content = {
  body: {
    kind: 'choice',
    label: 'Body',
    options: [
      { value: 'none', label: 'None' },
      { value: 'json', label: 'JSON' },
      { value: 'form', label: 'Form' },
      { value: 'multipart', label: 'Form with files (multipart)' },
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
    maxLength: 100_000,
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
  parts: {
    kind: 'list',
    label: 'Parts',
    itemLabel: 'part',
    max: 100,
    item: part,
    when: withBody('multipart'),
  },
  text: {
    kind: 'text',
    label: 'Text',
    multiline: true,
    default: '',
    maxLength: 100_000,
    when: withBody('raw'),
  },
  contentType: {
    kind: 'text',
    label: 'Content type',
    template: false,
    default: 'text/plain; charset=utf-8',
    maxLength: 200,
    when: withBody('raw'),
  },
} as const satisfies SettingFields;

const answer = {
  timeoutSeconds: {
    kind: 'number',
    label: 'Give up after, in seconds',
    required: true,
    min: 1,
    max: 60,
    default: 15,
  },
  answer: {
    kind: 'choice',
    label: 'Read the answer as',
    options: [
      { value: 'auto', label: 'JSON, else text' },
      { value: 'text', label: 'Text' },
      { value: 'csv', label: 'A table (CSV)' },
      { value: 'form', label: 'A form (a=1&b=2)' },
    ],
    required: true,
    default: 'auto',
  },
  answerPath: {
    kind: 'text',
    label: 'Only this part of the answer',
    about: 'A JSONPath. What is taken from the answer begins there.',
    template: false,
    placeholder: '$.data',
    maxLength: 500,
  },
} as const satisfies SettingFields;

export const requestFields = {
  ...address,
  ...authorization,
  ...content,
  ...answer,
} as const satisfies SettingFields;
