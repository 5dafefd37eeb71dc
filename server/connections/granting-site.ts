// For tests: a service that grants tokens, by a login and by OAuth 2, with refresh tokens that are good for one use.
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import { z } from 'zod';
import type { AppInput } from '@bellwire/model/app.ts';
import { readText, serveHttp } from '../egress/loopback-server.ts';

interface State {
  readonly tokens: Set<string>;
  readonly refreshTokens: Set<string>;
  readonly codes: Map<string, { readonly redirectUri: string; readonly challenge: string }>;
  /** What was asked for, in order: `login`, `exchange`, `refresh`, `work 200`. */
  readonly heard: string[];
  /** Answers every request for a grant with this status while it is set. */
  status: number | undefined;
  password: string;
  secondsToLive: number;
}

export const client = { id: 'acme-app', secret: 'client-secret-1' } as const;

export async function grantingSite(t: TestContext) {
  const state: State = {
    tokens: new Set(),
    refreshTokens: new Set(),
    codes: new Map(),
    heard: [],
    status: undefined,
    password: 'right',
    secondsToLive: 3600,
  };
  const service = await serveHttp(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname === '/authorize') return authorize(state, url, response);
    if (url.pathname === '/login' || url.pathname === '/token') return grant(state, url, request, response);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const status = state.tokens.has(token) ? 200 : 401;
    state.heard.push(`${url.pathname.slice(1)} ${status}`);
    return answer(response, status, { account: 'acme' });
  });
  t.after(() => service[Symbol.asyncDispose]());
  const at = `http://${service.place}`;
  return {
    ...service,
    at,
    state,
    /** Every token that was granted is good no more. */
    expireTokens: () => state.tokens.clear(),
    loginApp: () => loginApp(service.place),
    oauthApp: () => oauthApp(service.place),
  };
}

/** Signs the visitor in at once, and sends them back. */
function authorize({ codes }: State, { searchParams, origin }: URL, response: ServerResponse): void {
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  const code = randomUUID();
  codes.set(code, { redirectUri, challenge: searchParams.get('code_challenge') ?? '' });
  const back = new URL(redirectUri);
  for (const [name, value] of [
    ['code', code],
    ['state', searchParams.get('state') ?? ''],
    ['iss', origin],
  ] as const)
    back.searchParams.set(name, value);
  response.writeHead(302, { location: back.href }).end();
}

async function grant(state: State, url: URL, request: IncomingMessage, response: ServerResponse) {
  const body = await readText(request);
  if (state.status !== undefined) return answer(response, state.status, { error: 'temporarily_unavailable' });
  if (url.pathname === '/login') {
    state.heard.push('login');
    const password = z.object({ password: z.string() }).parse(JSON.parse(body)).password;
    return password === state.password
      ? answer(response, 200, issue(state))
      : answer(response, 403, { error: `The password ${password} is wrong` });
  }
  const form = new URLSearchParams(body);
  const isRefresh = form.get('grant_type') === 'refresh_token';
  state.heard.push(isRefresh ? 'refresh' : 'exchange');
  const isRight =
    form.get('client_id') === client.id &&
    form.get('client_secret') === client.secret &&
    (isRefresh ? state.refreshTokens.delete(form.get('refresh_token') ?? '') : redeem(state, form));
  return isRight
    ? answer(response, 200, issue(state))
    : answer(response, 400, { error: 'invalid_grant', error_description: 'Sign in again' });
}

function redeem({ codes }: State, form: URLSearchParams): boolean {
  const code = codes.get(form.get('code') ?? '');
  codes.delete(form.get('code') ?? '');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  return code !== undefined && code.redirectUri === form.get('redirect_uri') && code.challenge === challenge;
}

function issue({ tokens, refreshTokens, secondsToLive }: State) {
  const [token, refresh] = [`token-${randomUUID()}`, `refresh-${randomUUID()}`];
  tokens.add(token);
  refreshTokens.add(refresh);
  return { access_token: token, refresh_token: refresh, expires_in: secondsToLive, region: 'eu' };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const fields = [
  { name: 'token', label: 'Token', type: 'text', secure: true },
  { name: 'refresh_token', label: 'Refresh token', type: 'text', secure: true },
  { name: 'region', label: 'Region', type: 'text' },
] satisfies AppInput['fields'];

const mappings = [
  { path: '$.access_token', field: 'token' },
  { path: '$.region', field: 'region' },
];
const expires = { is: 'in-answer', path: '$.expires_in' } as const;

const bearer = { name: 'authorization', value: 'Bearer {{app.token}}' };

/** Turns a user name and a password into a token. */
function loginApp(place: string): Partial<AppInput> {
  const json = '{ "user": "{{auth.user}}", "password": "{{auth.password}}" }';
  return {
    hosts: [place],
    fields,
    auth: {
      is: 'inputs',
      inputs: [
        { name: 'user', type: 'string', title: 'User' },
        { name: 'password', type: 'string', title: 'Password', secret: true },
      ],
      grant: {
        request: { method: 'POST', url: `http://${place}/login`, body: 'json', json },
        mappings,
        expires,
      },
      test: { url: `http://${place}/me`, headers: [bearer] },
    },
  };
}

function oauthApp(place: string): Partial<AppInput> {
  const url = `http://${place}/token`;
  const ours = [
    { name: 'client_id', value: '{{client.id}}' },
    { name: 'client_secret', value: '{{client.secret}}' },
  ];
  const exchange = [
    { name: 'grant_type', value: 'authorization_code' },
    { name: 'code', value: '{{oauth.code}}' },
    { name: 'redirect_uri', value: '{{oauth.redirect_uri}}' },
    { name: 'code_verifier', value: '{{oauth.code_verifier}}' },
    ...ours,
  ];
  const again = [
    { name: 'grant_type', value: 'refresh_token' },
    { name: 'refresh_token', value: '{{app.refresh_token}}' },
    ...ours,
  ];
  return {
    hosts: [place],
    fields,
    auth: {
      is: 'oauth2',
      authorize: { url: `http://${place}/authorize`, scopes: ['read', 'write'] },
      grant: {
        request: { method: 'POST', url, body: 'form', form: exchange },
        refresh: { method: 'POST', url, body: 'form', form: again },
        mappings: [...mappings, { path: '$.refresh_token', field: 'refresh_token' }],
        expires,
      },
      test: { url: `http://${place}/me`, headers: [bearer] },
    },
  };
}
