// For tests: an app made, published and installed by the handlers themselves.
import type { App } from '@bellwire/model/app.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Context } from '../http/handler.ts';
import { installHandlers } from '../installs/handlers.ts';
import { appHandlers } from './handlers.ts';

export async function publish(
  context: Context,
  app: App,
  visibility: 'private' | 'public' = 'private',
): Promise<OutputOf<'publishApp'>> {
  const { rows } = await appHandlers.listApps({}, context);
  const before = rows.find((row) => row.name === app.name);
  if (before === undefined) {
    const made = await appHandlers.createApp({ definition: jsonObject(app) }, context);
    return appHandlers.publishApp(
      { appId: made.id, revision: made.revision, visibility, changelog: 'First' },
      context,
    );
  }
  const changed = await appHandlers.replaceApp({ appId: before.id, text: JSON.stringify(app) }, context);
  return appHandlers.publishApp(
    { appId: before.id, revision: changed.revision, visibility, changelog: 'Next' },
    context,
  );
}

export async function install(
  context: Context,
  appId: string,
  app: App,
  name?: string,
): Promise<OutputOf<'installApp'>> {
  const auth = app.auth.is === 'inputs' ? { secret: 'sk_test_1' } : {};
  const consent = app.scopes.map(({ scope }) => scope);
  return installHandlers.installApp(
    { appId, auth, consent, ...(name === undefined ? {} : { name }) },
    context,
  );
}
