// Tries auth values by the connection test that the app declares, before they are kept.
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { App } from '@bellwire/model/app.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Egress } from '../egress/egress.ts';
import { sendInstallRequest } from './install-request.ts';

/**
 * @param spared What did not happen because of it, for the words: "nothing was installed".
 * @throws ProblemError `outside-failed` with the other side's answer, without the secrets.
 */
export async function testConnection(
  egress: Egress,
  app: App,
  values: JsonObject,
  spared: string,
): Promise<void> {
  if (app.auth.is !== 'inputs' || app.auth.test === undefined) return;
  const secrets = app.auth.inputs.filter((input) => input.secret).map((input) => asText(values[input.name]));
  const sent = await sendInstallRequest(egress, {
    request: app.auth.test,
    hosts: app.hosts,
    data: { auth: values },
    secrets,
  });
  if (sent.ok) return;
  throw new ProblemError('outside-failed', {
    says: `The connection test of ${app.label} failed, so ${spared}. ${sent.says} Check the auth inputs and try again.`,
  });
}
