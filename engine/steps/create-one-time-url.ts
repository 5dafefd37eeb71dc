// Step: make an address that brings data back into this run, once.
import { stepType } from '@bellwire/model/step-type.ts';
import { addTo } from '../language/duration.ts';
import { savedText } from './saved.ts';

export const createOneTimeUrl = stepType({
  name: 'create-one-time-url',
  label: 'Create one-time URL',
  about:
    'Makes an address that can be called once, such as the return page of a payment. The call starts the flow of the URL, with the app fields of now.',
  icon: 'link',
  group: 'apps',
  sides: ['app'],
  effects: ['make-url'],
  settings: {
    url: { kind: 'reference', to: 'one-time-url', label: 'One-time URL', required: true },
    field: { kind: 'reference', to: 'field', label: 'Save the address to', required: true },
    minutes: {
      kind: 'number',
      label: 'Minutes until it expires',
      about: 'Empty: as the URL itself says.',
      min: 1,
      max: 43_200,
    },
  },
  exits: [{ name: 'next', label: 'Then' }],
  summary: (saved) => {
    const url = savedText(saved, 'url');
    return url === '' ? 'Choose a one-time URL' : `${url} → ${savedText(saved, 'field') || '?'}`;
  },
  run: ({ url: name, field, minutes }, scope) => {
    const { install } = scope;
    const url = install?.oneTimeUrl(name);
    if (install == null || url === undefined)
      return { is: 'fail', says: `This app has no one-time URL "${name}". Choose another.` };
    const token = scope.newToken('url');
    const expiresAt = addTo(scope.now, minutes ?? url.expiresMinutes, 'minutes') ?? scope.now;
    return {
      is: 'go',
      exit: 'next',
      set: [{ to: field, value: scope.addressOf(token) }],
      effects: [
        {
          is: 'make-url',
          id: scope.newId('url'),
          token,
          installId: install.id,
          url: name,
          expiresAt,
          values: install.values,
        },
      ],
      says: `Expires at ${expiresAt}.`,
    };
  },
  examples: [
    {
      says: 'keeps the app fields of now for the run that the call starts',
      settings: { url: 'paid', field: 'app.link' },
      scope: {
        now: '2026-03-01T12:00:00.000Z',
        app: { oneTimeUrls: [paidUrl()] },
        data: { app: { sum: 5 } },
      },
      gives: {
        is: 'go',
        exit: 'next',
        set: [{ to: 'app.link', value: 'https://bellwire.example/u/token-url' }],
        effects: [
          {
            is: 'make-url',
            token: 'token-url',
            url: 'paid',
            expiresAt: '2026-03-01T12:10:00.000Z',
            values: { sum: 5 },
          },
        ],
      },
    },
    {
      says: 'the step may give it more time',
      settings: { url: 'paid', field: 'app.link', minutes: 60 },
      scope: { now: '2026-03-01T12:00:00.000Z', app: { oneTimeUrls: [paidUrl()] } },
      gives: { says: 'Expires at 2026-03-01T13:00:00.000Z.' },
    },
    {
      says: 'a URL that is gone fails the flow',
      settings: { url: 'gone', field: 'app.link' },
      gives: { is: 'fail', says: 'This app has no one-time URL "gone". Choose another.' },
    },
  ],
});

function paidUrl() {
  return {
    name: 'paid',
    label: 'Paid',
    expiresMinutes: 10,
    methods: ['GET' as const],
    mappings: [],
    flow: 'paid',
  };
}
