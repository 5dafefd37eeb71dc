// Connects an app to its service, before anything is kept: asks for what is granted, then makes the connection test.
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { App } from '@bellwire/model/app.ts';
import { authInputs, grantOf } from '@bellwire/model/auth.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Egress } from '../egress/egress.ts';
import { sendInstallRequest } from '../installs/install-request.ts';
import { askGrant, type Granted } from './ask-grant.ts';

export interface Connecting {
  readonly app: App;
  /** The auth inputs. */
  readonly values: JsonObject;
  /** Of a sign-in: what the exchange can read as `{{oauth.…}}` and `{{client.…}}`. */
  readonly signIn?: { readonly oauth: JsonObject; readonly client: JsonObject };
  /** What did not happen because of a failure, for the words: "nothing was installed". */
  readonly spared: string;
}

/**
 * @returns What was granted; undefined where the app asks for no grant.
 * @throws ProblemError `outside-failed` with the other side's answer, without the secrets.
 */
export async function connectApp(egress: Egress, connecting: Connecting): Promise<Granted | undefined> {
  const { app, values, signIn, spared } = connecting;
  const grant = grantOf(app.auth);
  const secrets = [
    ...authInputs(app.auth)
      .filter((input) => input.secret)
      .map((input) => asText(values[input.name])),
    ...Object.values(signIn?.oauth ?? {}).map(asText),
    asText(signIn?.client['secret'] ?? null),
  ];
  if (grant === undefined) {
    await testConnection(egress, connecting, {}, secrets);
    return undefined;
  }
  const data = { auth: values, app: {}, ...signIn };
  const answer = await askGrant(egress, { app, grant, request: grant.request, data, before: {}, secrets });
  if (answer.is !== 'granted') {
    const what = app.auth.is === 'oauth2' ? 'The sign-in' : 'The auth request';
    throw new ProblemError('outside-failed', {
      says: `${what} of ${app.label} failed, so ${spared}. ${answer.says} Check what you gave and try again.`,
    });
  }
  const { granted } = answer;
  await testConnection(egress, connecting, granted.values, [
    ...secrets,
    ...Object.values(granted.values).map(asText),
  ]);
  return granted;
}

async function testConnection(
  egress: Egress,
  { app, values, spared }: Connecting,
  granted: JsonObject,
  secrets: readonly string[],
): Promise<void> {
  if (app.auth.is === 'none' || app.auth.test === undefined) return;
  const data = { auth: values, app: granted };
  const sent = await sendInstallRequest(egress, { request: app.auth.test, hosts: app.hosts, data, secrets });
  if (sent.ok) return;
  throw new ProblemError('outside-failed', {
    says: `The connection test of ${app.label} failed, so ${spared}. ${sent.says} Check the auth inputs and try again.`,
  });
}
