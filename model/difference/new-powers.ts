// What a version of an app asks for beyond what an install has agreed to: the reason to ask its owner again.
import type { App } from '../app.ts';
import { authInputs, type Auth } from '../auth.ts';
import { scopes, type InstallScope } from '../scope.ts';

interface Consented {
  readonly app: App;
  readonly scopes: readonly InstallScope[];
}

/**
 * In words that go on after "it asks for more"; nothing means that the install can follow by itself.
 *
 * @example newPowers({ app, scopes: [] }, next) // ['it may call api.example.com', 'it needs "API key"']
 */
export function newPowers({ app, scopes: granted }: Consented, next: App): string[] {
  const known = new Set(authInputs(app.auth).map((input) => input.name));
  const wanted = authInputs(next.auth).filter((input) => !known.has(input.name));
  return [
    ...next.scopes
      .filter(({ scope }) => !granted.includes(scope))
      .map(({ scope }) => `it may ${scopes[scope].may}`),
    ...next.hosts.filter((host) => !app.hosts.includes(host)).map((host) => `it may call ${host}`),
    ...wanted
      .filter((input) => input.secret === true || (input.required && input.default === undefined))
      .map((input) => `it needs "${input.title}"`),
    ...(isSignInChanged(app.auth, next.auth) ? ['it needs a new sign-in at its service'] : []),
  ];
}

/** Whether what the service has granted to an install is not what the next version asks it for. */
function isSignInChanged(auth: Auth, next: Auth): boolean {
  if (next.is !== 'oauth2') return false;
  if (auth.is !== 'oauth2') return true;
  const { url, scopes: asked } = next.authorize;
  return auth.authorize.url !== url || asked.some((scope) => !auth.authorize.scopes.includes(scope));
}
