// Rule: what the templates of an app's requests and pages read is there.
import type { App } from '../app.ts';
import { partNames } from '../app-part.ts';
import type { Path } from '../settings/kind.ts';
import { authNames } from './flow-context.ts';
import { requestTemplates } from './request-templates.ts';
import { pollPlaces } from '../schedule.ts';
import type { AppRule } from './rule.ts';
import { templateFaults } from './template-faults.ts';

export const requestsReadable: AppRule = {
  about: 'Each {{place}} in a request or a page can be read, and reads something that is there.',
  check: (app, { readTemplate }) => {
    return requestTemplates(app).flatMap(({ text, path }) =>
      templateFaults(readTemplate(text), rootsAt(app, path)).map((says) => ({ path, says })),
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
    {
      says: 'the code of a sign-in, where there is none, and the secret of the client in an address of the browser',
      app: {
        auth: {
          is: 'oauth2',
          authorize: { url: 'https://auth.example.com/?s={{client.secret}}' },
          grant: {
            request: { method: 'POST', url: 'https://auth.example.com/token', json: '{{oauth.code}}' },
            refresh: { method: 'POST', url: 'https://auth.example.com/token', json: '{{oauth.code}}' },
          },
        },
      },
      complains: [
        'auth.authorize.url: There is no "secret" in "client", which {{client.secret}} reads.',
        'auth.grant.refresh.json: There is no "oauth" to read from in {{oauth.code}}.',
      ],
    },
  ],
};

type Roots = ReadonlyMap<string, readonly string[] | null>;

/** The platform's own values of an install, for its subscribe and unsubscribe requests. */
const installNames = ['id', 'workspace_id', 'workspace_name', 'api_key'] as const;

/** What an exchange of OAuth 2 can read beside the inputs. */
const oauthNames = ['code', 'redirect_uri', 'code_verifier'] as const;

function rootsAt(app: App, [first, second, third]: Path): Roots {
  const roots = new Map<string, readonly string[] | null>([
    ['auth', authNames(app)],
    ['app', partNames(app, 'fields')],
  ]);
  if (first !== 'auth')
    roots.set('install', first === 'sources' || first === 'oneTimeUrls' ? null : installNames);
  if (first === 'sources') for (const [root, names] of sourceRoots) roots.set(root, names);
  if (first === 'schedules') roots.set('poll', pollPlaces);
  if (app.auth.is !== 'oauth2' || first !== 'auth') return roots;
  // What stands in the authorize address is seen by the browser.
  if (second === 'authorize') roots.set('client', ['id']);
  if (second === 'grant') roots.set('client', ['id', 'secret']);
  if (second === 'grant' && third === 'request') roots.set('oauth', oauthNames);
  return roots;
}

/** What the request of a source can read beside: the form it stands in (one source may serve several), the search, the page. */
const sourceRoots: readonly (readonly [string, readonly string[] | null])[] = [
  ['input', null],
  ['search', null],
  ['page', ['cursor', 'number', 'offset', 'size']],
];
