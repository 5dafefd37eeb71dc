// Rule: what an app is granted by its service is asked for, kept and renewed in a way that can work and keeps secrets.
import type { App } from '../app.ts';
import { grantOf, type OAuth2 } from '../auth.ts';
import type { Complaint } from '../problem.ts';
import type { AppRule, TemplateRead } from './rule.ts';

type ReadTemplate = (text: string) => TemplateRead;

export const grantsSound: AppRule = {
  about:
    'A sign-in proves itself by its code and its verifier, and what looks like a secret goes into a secure field.',
  check: (app, { readTemplate }) => [
    ...(app.auth.is === 'oauth2' ? signInFaults(app.auth, readTemplate) : []),
    ...keptFaults(app),
  ],
  examples: [
    {
      says: 'an exchange that names its code and verifier, with tokens in secure fields',
      app: {
        auth: {
          is: 'oauth2',
          authorize: { url: 'https://auth.example.com/authorize' },
          grant: {
            request: {
              method: 'POST',
              url: 'https://auth.example.com/token',
              form: [
                { name: 'code', value: '{{oauth.code}}' },
                { name: 'code_verifier', value: '{{oauth.code_verifier}}' },
              ],
            },
            mappings: [{ path: '$.access_token', field: 'token' }],
          },
        },
        fields: [{ name: 'token', label: 'Token', type: 'text', secure: true }],
      },
      complains: [],
    },
    {
      says: "an exchange without a verifier, a parameter of the platform's own, and tokens that end without a refresh",
      app: {
        auth: {
          is: 'oauth2',
          inputs: [{ name: 'key', type: 'string', title: 'Key', secret: true }],
          authorize: {
            url: 'http://auth.example.com/{{auth.key}}',
            parameters: [{ name: 'state', value: 'mine' }],
          },
          grant: {
            request: { method: 'POST', url: 'https://auth.example.com/token', json: '{{oauth.code}}' },
            mappings: [{ path: '$.access_token', field: 'token' }],
            expires: { is: 'after', seconds: 3600 },
          },
        },
        fields: [{ name: 'token', label: 'Token', type: 'text' }],
      },
      complains: [
        'auth.authorize.url: People sign in at this address, so it has to start with https://.',
        'auth.authorize.url: The secret "Key" would stand in the address',
        'auth.authorize.parameters.0.name: The platform itself sets "state".',
        'auth.grant.request: The exchange does not send {{oauth.code_verifier}}',
        'auth.grant.mappings.0.field: The value at $.access_token looks like a secret, and the app field "token" is not secure.',
        'auth.grant.expires: What was granted expires, and there is no refresh request',
      ],
    },
    {
      says: 'a grant of which nothing is kept',
      app: { auth: { is: 'inputs', grant: { request: { url: 'https://api.example.com/login' } } } },
      complains: ['auth.grant.mappings: Nothing of the answer is kept.'],
    },
  ],
};

/** What makes a sign-in safe is the platform's to set: a second value of the same name could undo it. */
const ownParameters: ReadonlySet<string> = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
]);

function signInFaults({ inputs, authorize, grant }: OAuth2, readTemplate: ReadTemplate): Complaint[] {
  const at = ['auth', 'authorize'];
  const inUrl = readTemplate(authorize.url).references;
  const sent = JSON.stringify(grant.request);
  return [
    ...(isPlainHttp(authorize.url)
      ? [{ path: [...at, 'url'], says: 'People sign in at this address, so it has to start with https://.' }]
      : []),
    ...inputs
      .filter(({ name, secret }) => secret === true && inUrl.includes(`auth.${name}`))
      .map(({ title }) => ({
        path: [...at, 'url'],
        says: `The secret "${title}" would stand in the address, where the browser shows it. Send it in the exchange instead.`,
      })),
    ...authorize.parameters.flatMap(({ name }, index) =>
      ownParameters.has(name)
        ? [
            {
              path: [...at, 'parameters', index, 'name'],
              says: `The platform itself sets "${name}". Remove it here.`,
            },
          ]
        : [],
    ),
    ...['oauth.code', 'oauth.code_verifier']
      .filter((place) => !new RegExp(`\\b${place}\\b`).test(sent))
      .map((place) => ({
        path: ['auth', 'grant', 'request'],
        says: `The exchange does not send {{${place}}}, without which no service grants anything. Add it to the form or the body.`,
      })),
  ];
}

/** The machine that one works on cannot be listened to on the way. */
function isPlainHttp(url: string): boolean {
  return url.startsWith('http://') && !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url);
}

function keptFaults({ auth, fields }: App): Complaint[] {
  const grant = grantOf(auth);
  if (grant === undefined) return [];
  const { mappings, expires, refresh } = grant;
  const secure = new Set(fields.filter((field) => field.secure === true).map(({ name }) => name));
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...(mappings.length === 0
      ? [
          {
            path: ['auth', 'grant', 'mappings'],
            says: 'Nothing of the answer is kept. Map its token to an app field, which requests read as {{app.token}}.',
          },
        ]
      : []),
    ...mappings.flatMap(({ path, field }, index) =>
      /token|secret|password/i.test(path) && known.has(field) && !secure.has(field)
        ? [
            {
              path: ['auth', 'grant', 'mappings', index, 'field'],
              says: `The value at ${path} looks like a secret, and the app field "${field}" is not secure. Make the field secure, so that no log shows it.`,
            },
          ]
        : [],
    ),
    ...(auth.is === 'oauth2' && expires.is !== 'never' && refresh === undefined
      ? [
          {
            path: ['auth', 'grant', 'expires'],
            says: 'What was granted expires, and there is no refresh request: each install then has to be reconnected by hand. Add one.',
            level: 'warning' as const,
          },
        ]
      : []),
  ];
}
