// The inbox of events without a contact: grouped by what they named it by, each group with the contacts that could be meant.
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { sayIdentities, type AnyIdentity } from '@bellwire/model/identity.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { unmatchedOperations } from '@bellwire/model/operations/unmatched.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps, type InstalledApp } from '../installs/installed-apps.ts';

type GroupView = OutputOf<'listUnmatched'>['rows'][number];
type Candidate = GroupView['candidates'][number];

const cursorKey = z.tuple([z.iso.datetime(), z.uuid(), z.string(), z.string()]);

export const unmatchedListHandlers: Pick<Handlers<keyof typeof unmatchedOperations>, 'listUnmatched'> = {
  async listUnmatched({ installId, limit, after }, context) {
    const before = after === undefined ? null : readCursor(after, cursorKey);
    const { page, candidates } = await context.inWorkspace(async (tx) => {
      const rows = await readGroups(tx, {
        workspaceId: context.workspaceId,
        installId: installId ?? null,
        before,
        limit: limit + 1,
      });
      const page = pageOfRows(rows, limit, (last) => [last.newestAt, last.installId, last.kind, last.value]);
      return { page, candidates: await readCandidates(tx, context.workspaceId, page.rows) };
    });
    const installs = await installedApps(context, { ids: page.rows.map((row) => row.installId) });
    const views = page.rows.map((row, n) => viewGroup(row, installs, candidates.get(n) ?? []));
    return { rows: views, next: page.next };
  },
};

interface GroupRow extends AnyIdentity {
  readonly installId: string;
  readonly events: number;
  readonly oldestAt: string;
  readonly newestAt: string;
  readonly newestEventId: string;
  readonly identities: readonly AnyIdentity[] | null;
  readonly trigger: string | null;
}

/** The wall is no condition that an index knows: the workspace is named beside it. */
interface Where {
  readonly workspaceId: string;
  readonly installId: string | null;
  readonly before: z.output<typeof cursorKey> | null;
  readonly limit: number;
}

async function readGroups(
  tx: Transaction<Tables>,
  { workspaceId, installId, before, limit }: Where,
): Promise<GroupRow[]> {
  const place = sql`(max(since), install_id, identity_kind, identity_value)`;
  const [at, install, kind, value] = before ?? [];
  const { rows } = await sql<GroupRow>`
    with page as (
      select install_id, identity_kind, identity_value, count(*)::int as events, min(since) as oldest, max(since) as newest,
             max(event_id::text)::uuid as event_id
        from parked
       where workspace_id = ${workspaceId} and identity_kind is not null and (${installId}::uuid is null or install_id = ${installId})
       group by install_id, identity_kind, identity_value
      having ${at ?? null}::timestamptz is null or ${place} < (${at ?? null}, ${install ?? null}::uuid, ${kind ?? ''}, ${value ?? ''})
       order by newest desc, install_id desc, identity_kind desc, identity_value desc
       limit ${limit}
    )
    select page.install_id as "installId", page.identity_kind as kind, page.identity_value as value, events,
           oldest as "oldestAt", newest as "newestAt", page.event_id as "newestEventId", parked.identities, event.trigger
      from page
      left join parked on parked.event_id = page.event_id and parked.identity_kind is not null
      left join event on event.workspace_id = parked.workspace_id and event.id = page.event_id
     order by newest desc, page.install_id desc, page.identity_kind desc, page.identity_value desc`.execute(
    tx,
  );
  return rows;
}

const MOST_CANDIDATES = 5;

/** By the number of the group. Whatever the install's policy says: a person may see who it could be. */
async function readCandidates(
  tx: Transaction<Tables>,
  workspaceId: string,
  groups: readonly GroupRow[],
): Promise<Map<number, Candidate[]>> {
  const wanted = groups.flatMap((group, n) =>
    (group.identities ?? []).map((identity) => ({ n, ...identity })),
  );
  if (wanted.length === 0) return new Map();
  const contactsWith = (kind: 'email' | 'phone') => sql`
    select id, ns, name, bot_id from contact
     where workspace_id = ${workspaceId} and wanted.kind = ${sql.lit(kind)} and ${sql.ref(kind)} = wanted.value`;
  const { rows } = await sql<Omit<Candidate, 'by'> & AnyIdentity & { n: number }>`
    select wanted.n, wanted.kind, wanted.value, c.id as "contactId", c.ns, c.name, bot.name as "botName"
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(n int, kind text, value text)
      cross join lateral (${contactsWith('email')} union all ${contactsWith('phone')} limit ${MOST_CANDIDATES}) c
      join bot on bot.id = c.bot_id`.execute(tx);
  const candidates = new Map<number, Candidate[]>();
  for (const { n, kind, value, ...contact } of rows) {
    const others = candidates.get(n) ?? [];
    const same = others.find(({ contactId }) => contactId === contact.contactId);
    const by = sayIdentities([{ kind, value }]);
    if (same === undefined) candidates.set(n, [...others, { ...contact, by }]);
    else same.by = `${same.by}, ${by}`;
  }
  return candidates;
}

function viewGroup(row: GroupRow, installs: readonly InstalledApp[], candidates: Candidate[]): GroupView {
  const { trigger, identities, ...group } = row;
  const install = installs.find(({ id }) => id === row.installId);
  const label = install?.app.triggers.find(({ name }) => name === trigger)?.label;
  return {
    ...group,
    installName: install?.name ?? '',
    appLabel: install?.app.label ?? '',
    logo: install?.app.logo ?? null,
    says: sayIdentities([row]),
    identities: [...(identities ?? [row])].map(({ kind, value }) => ({ kind, value })),
    triggerLabel: label ?? trigger ?? '',
    candidates,
  };
}
