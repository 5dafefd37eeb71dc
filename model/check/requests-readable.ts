// Rule: what the templates of an app's requests and pages read is there.
import { partNames } from '../app-part.ts';
import { authNames } from './flow-context.ts';
import { requestTemplates } from './request-templates.ts';
import type { AppRule } from './rule.ts';
import { templateFaults } from './template-faults.ts';

export const requestsReadable: AppRule = {
  about: 'Each {{place}} in a request or a page can be read, and reads something that is there.',
  check: (app, { readTemplate }) => {
    const roots = new Map<string, readonly string[] | null>([
      ['auth', authNames(app)],
      ['app', partNames(app, 'fields')],
      ['install', null],
    ]);
    return requestTemplates(app).flatMap(({ text, path }) =>
      templateFaults(readTemplate(text), roots).map((says) => ({ path, says })),
    );
  },
  examples: [
    {
      says: 'auth inputs and what the platform gives',
      app: {
        auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key' }] },
        subscribe: {
          url: 'https://api.example.com/{{install.id}}',
          headers: [{ name: 'x-key', value: '{{auth.key}}' }],
        },
      },
      complains: [],
    },
    {
      says: 'an auth input that is not there',
      app: {
        auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key' }] },
        subscribe: { method: 'POST', url: 'https://api.example.com', body: 'json', json: '["{{auth.kye}}"]' },
      },
      complains: [
        'subscribe.json: There is no "kye" in "auth", which {{auth.kye}} reads. Did you mean "key"?',
      ],
    },
  ],
};
