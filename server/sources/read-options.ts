// Which form asks for options: of an install, of an app that is about to be installed, or of a draft.
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { App } from '@bellwire/model/app.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { CheckedInputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { openFields } from '../connections/held-fields.ts';
import type { Context, Handler } from '../http/handler.ts';
import { getInstalled } from '../installs/install-view.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import { installPlace, openInstall } from '../installs/sealed-auth.ts';
import { createRateLimit } from '../people/rate-limit.ts';
import { takeOrRefuse } from '../people/take-or-refuse.ts';
import { readDraft, splitSecrets, type SplitValues } from '../requests/draft-values.ts';
import { getListedVersion } from '../store/listed-app.ts';
import { optionsOf } from './options.ts';

/** For each workspace and process; one types a search letter by letter. */
const asks = createRateLimit({ burst: 60, refillPerMinute: 240, now: () => performance.now() });

export const readOptions: Handler<'readOptions'> = async (input, context) => {
  takeOrRefuse(asks, context.workspaceId);
  const { source, inputs, search, after } = input;
  return optionsOf(context.egress, { source, inputs, search, after, ...(await formOf(input, context)) });
};

interface Form extends SplitValues {
  readonly app: App;
  readonly hidden?: readonly string[];
}

async function formOf({ form, auth }: CheckedInputOf<'readOptions'>, context: Context): Promise<Form> {
  if (form.is === 'install') {
    const install = await getInstalled(context, form.installId);
    return withTyped(await installForm(install, context), auth);
  }
  const app =
    form.is === 'draft'
      ? await readDraft(context, form.appId)
      : (await getListedVersion(context, form.appId)).definition;
  return { app, ...splitSecrets({ auth }, app) };
}

/** @throws ProblemError `conflict` where the secrets of the install cannot be opened. */
async function installForm(install: InstalledApp, { tenants, sealer }: Context): Promise<Form> {
  const opened = openInstall(install, sealer);
  if (!opened.ok) throw new ProblemError('conflict', { says: opened.says });
  const { app, id, workspace_id } = install;
  const grant = await tenants.platform
    .selectFrom('install_grant')
    .select(['fields', 'secrets'])
    .where('install_id', '=', id)
    .executeTakeFirst();
  const granted = openFields(grant ?? { fields: {}, secrets: {} }, sealer, installPlace(workspace_id, id));
  const values = splitSecrets({ auth: opened.values }, app);
  return {
    app,
    data: { ...values.data, app: granted.values, install: { id, workspace_id } },
    secrets: values.secrets,
    hidden: granted.secrets,
  };
}

/**
 * Who reconnects is typing new values, which go before those the install has. A kept secret is never sent along with a plain
 * value that somebody has just typed, such as another server: whoever may ask for options may not therefore read secrets.
 */
function withTyped({ app, data, secrets, hidden = [] }: Form, typed: JsonObject): Form {
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => asText(value) !== ''));
  const given = splitSecrets({ auth: filled }, app);
  const isOther = Object.entries(given.data.auth).some(
    ([name, value]) => asText(value) !== asText(data.auth[name]),
  );
  const { app: granted, ...others } = data;
  return {
    app,
    data: {
      ...others,
      ...(isOther || granted === undefined ? {} : { app: granted }),
      auth: { ...data.auth, ...given.data.auth },
    },
    secrets: new Map([...(isOther ? [] : secrets), ...given.secrets]),
    hidden,
  };
}
