// What each kind of auth begins with in the builder: complete enough to be read, and mended from there.
import type { App } from '@bellwire/model/app.ts';
import type { Auth } from '@bellwire/model/auth.ts';
import { authSchema } from '@bellwire/model/auth.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import { grantSchema, type Grant } from '@bellwire/model/grant.ts';
import type { Input } from '@bellwire/model/input.ts';
import { nameFrom } from '@bellwire/model/name.ts';

export function newAuthInput(taken: readonly string[]): Input {
  return { name: nameFrom('API key', taken), title: 'API key', type: 'string', required: true, secret: true };
}

/** The changes that give an app this kind of auth; the fields that its tokens are kept in come along. */
export function beginAuth(app: App, is: Auth['is']): Change[] {
  if (is === 'none') return [{ is: 'set-auth', auth: { is } }];
  if (is === 'inputs') return [{ is: 'set-auth', auth: { is, inputs: [newAuthInput([])] } }];
  const token = 'access_token';
  const refresh = 'refresh_token';
  const auth = authSchema.parse({
    is,
    authorize: { url: 'https://accounts.example.com/oauth/authorize' },
    grant: {
      request: tokenRequest([
        ['grant_type', 'authorization_code'],
        ['code', '{{oauth.code}}'],
        ['redirect_uri', '{{oauth.redirect_uri}}'],
        ['code_verifier', '{{oauth.code_verifier}}'],
      ]),
      refresh: tokenRequest([
        ['grant_type', 'refresh_token'],
        ['refresh_token', `{{app.${refresh}}}`],
      ]),
      mappings: [
        { path: '$.access_token', field: token },
        { path: '$.refresh_token', field: refresh },
      ],
      expires: { is: 'in-answer', path: '$.expires_in' },
    },
  });
  return [...missingFields(app, [token, refresh]), { is: 'set-auth', auth }];
}

function tokenRequest(pairs: readonly (readonly [string, string])[]) {
  const own = [...pairs, ['client_id', '{{client.id}}'], ['client_secret', '{{client.secret}}']];
  return {
    method: 'POST' as const,
    url: 'https://accounts.example.com/oauth/token',
    body: 'form' as const,
    form: own.map(([name = '', value = '']) => ({ name, value })),
  };
}

/** An auth request: what was given goes there, and a token comes back. */
export function beginGrant(app: App): { grant: Grant; fields: Change[] } {
  const grant = grantSchema.parse({
    request: { method: 'POST', url: 'https://api.example.com/login', body: 'json', json: '{}' },
    mappings: [{ path: '$.token', field: 'access_token' }],
  });
  return { grant, fields: missingFields(app, ['access_token']) };
}

function missingFields(app: App, names: readonly string[]): Change[] {
  const there = partNames(app, 'fields');
  return names
    .filter((name) => !there.includes(name))
    .map((name) => ({
      is: 'put-part',
      part: 'fields',
      value: {
        name,
        label: name === 'access_token' ? 'Access token' : 'Refresh token',
        type: 'text',
        secure: true,
      },
    }));
}
