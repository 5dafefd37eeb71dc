// Finds contacts by their public id: many callers share one query, and what was found is remembered, since an id never changes hands.
import type pg from 'pg';
import { groupCommit } from './group-commit.ts';
import { LruMap } from './lru-map.ts';

export interface ContactName {
  readonly id: string;
  readonly botId: string;
}

export interface ContactNames {
  find(workspaceId: string, ns: string): Promise<ContactName | null>;
}

const MOST_NAMES = 200_000;

export function contactNames(pool: pg.Pool): ContactNames {
  const known = new LruMap<string, ContactName>(MOST_NAMES);
  // A reader, not a writer, but the same need: what is asked while a query is on its way shares the next one.
  const lookUps = groupCommit<{ workspaceId: string; ns: string }, ContactName | 'unknown'>({
    most: 1_000,
    isDataError: () => false,
    write: async (wanted) => {
      const { rows } = await pool.query<{ id: string; bot_id: string; ns: string; workspace_id: string }>({
        name: 'contact-by-ns',
        text: 'select id, bot_id, ns, workspace_id from contact where ns = any($1::text[])',
        values: [[...new Set(wanted.map(({ ns }) => ns))]],
      });
      const found = new Map(
        rows.map((row) => [`${row.workspace_id} ${row.ns}`, { id: row.id, botId: row.bot_id }]),
      );
      return wanted.map(({ workspaceId, ns }) => found.get(`${workspaceId} ${ns}`) ?? 'unknown');
    },
  });
  return {
    find: async (workspaceId, ns) => {
      const key = `${workspaceId} ${ns}`;
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const found = await lookUps.submit({ workspaceId, ns });
      if (found === 'unknown') return null;
      known.set(key, found);
      return found;
    },
  };
}
