// What a key or an install may be allowed to do: one list, from which consent screens, checks and docs come.

interface Scope {
  /** Completes the sentence "May …" on the consent screen. */
  readonly may: string;
  /** Whether an app can ask for it; the others are for keys of the workspace only. */
  readonly forApps: boolean;
}

const scopeTable = {
  'triggers:fire': { may: 'fire its own triggers', forApps: true },
  'contacts:read': { may: 'read contacts and their fields', forApps: true },
  'contacts:write': { may: 'create and change contacts', forApps: true },
  'messages:send': { may: 'send messages to contacts', forApps: true },
  'orders:read': { may: 'read orders', forApps: true },
  'orders:write': { may: 'create and change orders', forApps: true },
  'bots:read': { may: 'read bots, flows and subscriptions', forApps: true },
  'bots:write': { may: 'change bots, flows and subscriptions', forApps: false },
  'apps:read': { may: 'read the mini-apps of the workspace', forApps: false },
  'apps:write': { may: 'build and publish mini-apps', forApps: false },
  'installs:read': { may: 'see which apps are installed', forApps: false },
  'installs:write': { may: 'install and uninstall apps', forApps: false },
  'events:read': { may: 'read events and runs', forApps: false },
  'events:write': { may: 'run parked events and send test events', forApps: false },
  'workspace:read': { may: 'see the workspace and its members', forApps: false },
  'workspace:write': { may: 'change the workspace, its members and keys', forApps: false },
} as const satisfies Record<string, Scope>;

export type KeyScope = keyof typeof scopeTable;
export type InstallScope = {
  [S in KeyScope]: (typeof scopeTable)[S]['forApps'] extends true ? S : never;
}[KeyScope];

export const scopes: Readonly<Record<KeyScope, Scope>> = scopeTable;
export const keyScopes = Object.keys(scopeTable).filter(isKeyScope);
export const installScopes = keyScopes.filter(isInstallScope);

function isKeyScope(scope: string): scope is KeyScope {
  return Object.hasOwn(scopeTable, scope);
}

function isInstallScope(scope: KeyScope): scope is InstallScope {
  return scopes[scope].forApps;
}
