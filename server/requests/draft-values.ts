// The draft of an app, and sample values for it: what it calls a secret is treated as one, although it is only a sample.
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { App } from '@bellwire/model/app.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import { appNotFound } from '../apps/app-view.ts';
import type { Context } from '../http/handler.ts';

/** @throws ProblemError `not-found` */
export async function readDraft(context: Context, appId: string): Promise<App> {
  const row = await context.inWorkspace((tx) =>
    tx.selectFrom('app').select('draft').where('id', '=', appId).executeTakeFirst(),
  );
  if (row === undefined) throw appNotFound();
  return row.draft;
}

export interface SplitValues {
  /** The roots that places read; `auth` without its secrets. */
  readonly data: JsonObject & { readonly auth: JsonObject };
  readonly secrets: ReadonlyMap<string, string>;
}

/** Without an app, as for a bot's own request, nothing is a secret. */
export function splitSecrets(values: JsonObject, app: App | undefined): SplitValues {
  const auth = isJsonObject(values.auth) ? values.auth : {};
  const inputs = app === undefined ? [] : authInputs(app.auth);
  const names = new Set(inputs.flatMap(({ name, secret }) => (secret === true ? [name] : [])));
  const entries = Object.entries(auth);
  return {
    data: { ...values, auth: Object.fromEntries(entries.filter(([name]) => !names.has(name))) },
    secrets: new Map(
      entries.filter(([name]) => names.has(name)).map(([name, value]) => [name, asText(value)]),
    ),
  };
}
