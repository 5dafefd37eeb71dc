// An install as the API shows it, with the triggers and actions of its version.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Trigger } from '@bellwire/model/trigger.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Context } from '../http/handler.ts';
import type { InstalledApp } from './installed-apps.ts';
import { installedApps } from './installed-apps.ts';

export type InstallView = OutputOf<'getInstall'>;

/** @throws ProblemError `not-found` */
export async function getInstalled(context: Context, installId: string): Promise<InstalledApp> {
  const [install] = await installedApps(context, { ids: [installId] });
  if (install === undefined) throw installNotFound();
  return install;
}

export function installNotFound(): ProblemError {
  return new ProblemError('not-found', { says: 'There is no such install in this workspace.' });
}

export function viewInstall({ app, ...install }: InstalledApp): InstallView {
  return {
    id: install.id,
    appId: install.app_id,
    appName: app.name,
    appLabel: app.label,
    logo: app.logo ?? null,
    name: install.name,
    version: install.version,
    state: install.state,
    attention: install.attention,
    connectionLostAt: install.connection_lost_at,
    installedAt: install.installed_at,
    triggers: app.triggers.map((trigger) => ({ ...trigger, types: itemTypes(app, trigger) })),
    actions: app.actions,
  };
}

function itemTypes(app: App, trigger: Trigger): Record<string, string> {
  const types = new Map<string, string>(app.fields.map((field) => [field.name, field.type]));
  return Object.fromEntries(trigger.items.map((item) => [item.name, types.get(item.field) ?? 'json']));
}
