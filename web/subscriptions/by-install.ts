// Subscriptions in groups, one for each installed app.
import type { Subscription } from './subscription.ts';

export interface InstallGroup {
  installId: string;
  name: string;
  logo: string | null;
  installed: boolean;
  rows: Subscription[];
}

/** Apps that are still installed come first; inside an app the order stays. */
export function byInstall(subscriptions: readonly Subscription[]): InstallGroup[] {
  const groups = new Map<string, InstallGroup>();
  for (const row of subscriptions) {
    const { installId, installName: name, logo, installed } = row;
    const group = groups.get(installId) ?? { installId, name, logo, installed, rows: [] };
    group.rows.push(row);
    groups.set(installId, group);
  }
  return [...groups.values()].toSorted((one, other) => Number(other.installed) - Number(one.installed));
}
