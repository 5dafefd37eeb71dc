// Reads the definitions of a workspace and keeps them: a change is told by a notification, and a short life covers a lost one.
import { LruMap } from './lru-map.ts';
import type { Tenants } from '../database/tenant.ts';
import type { Definitions } from './definitions.ts';
import { readDefinitions } from './read-definitions.ts';
import type { SecretSeals } from './secret-seal.ts';

/** How long a definition may be old when a notification was lost: the kill switch promises ten seconds. */
const LIFE_MS = 5_000;
const MOST_WORKSPACES = 500;

export interface DefinitionStore {
  of(workspaceId: string): Promise<Definitions>;
  /** Forgets what was read: for one workspace, or for all when it is not known which. */
  forget(workspaceId?: string): void;
}

export function definitionStore({
  tenants,
  seals,
  now = Date.now,
}: {
  tenants: Tenants;
  seals: SecretSeals;
  now?: () => number;
}): DefinitionStore {
  const kept = new LruMap<string, { readonly read: Promise<Definitions>; readonly at: number }>(
    MOST_WORKSPACES,
  );
  return {
    of: (workspaceId) => {
      const known = kept.get(workspaceId);
      if (known !== undefined && now() - known.at < LIFE_MS) return known.read;
      const read = readDefinitions({ tenants, workspaceId, seals });
      kept.set(workspaceId, { read, at: now() });
      // A failed read must not be kept: the next one may succeed.
      read.catch(() => kept.delete(workspaceId));
      return read;
    },
    forget: (workspaceId) => (workspaceId === undefined ? kept.clear() : kept.delete(workspaceId)),
  };
}
