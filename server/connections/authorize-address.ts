// The address at which a person signs in at an app's service.
import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { asText } from '@bellwire/engine/language/as-text.ts';
import { fill } from '@bellwire/engine/language/fill.ts';
import type { App } from '@bellwire/model/app.ts';
import type { OAuth2 } from '@bellwire/model/auth.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

interface Asked {
  readonly app: App;
  readonly auth: OAuth2;
  /** What `{{places}}` can name: `auth` and `client`, without any secret. */
  readonly data: JsonObject;
  readonly redirectUrl: string;
  readonly state: string;
  readonly verifier: string;
}

/** @throws ProblemError `conflict` where the app, as it is, cannot send anybody there. */
export async function authorizeAddress(asked: Asked): Promise<string> {
  const { app, auth, data, redirectUrl, state, verifier } = asked;
  const { url, clientId, scopes, separator, parameters } = auth.authorize;
  const address = URL.parse(filled(url, data));
  if (address === null || !isWebPage(address)) {
    throw cannot(app, 'its sign-in address cannot be opened: https:// is expected at its beginning');
  }
  const client = filled(clientId, data);
  if (client === '') throw cannot(app, 'its developer has not entered a client ID yet, under Auth');
  for (const { name, value } of parameters) address.searchParams.set(name, filled(value, data));
  const own = {
    response_type: 'code',
    client_id: client,
    redirect_uri: redirectUrl,
    ...(scopes.length > 0 ? { scope: scopes.join(separator) } : {}),
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  // Last, so that nothing the app has written takes their place.
  for (const [name, value] of Object.entries(own)) address.searchParams.set(name, value);
  return address.href;
}

export function filled(text: string, data: JsonObject): string {
  const scope = { data, now: new Date().toISOString(), zone: 'UTC', locale: 'en', random: Math.random };
  return asText(fill(text, scope));
}

/** Never `javascript:`, which the page would run; http only on the machine itself. */
function isWebPage({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}

function cannot({ label }: App, why: string): ProblemError {
  return new ProblemError('conflict', { says: `${label} cannot be connected: ${why}.` });
}
