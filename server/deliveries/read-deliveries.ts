// Events of one app in all workspaces, as the platform sees them; what of it the developer may see, the caller decides.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Decision, GateRecord } from '@bellwire/model/decision.ts';
import type { EventSource, EventState } from '@bellwire/model/event.ts';
import type { Tables } from '../database/tables.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly workspace_id: string;
  readonly install_id: string;
  readonly install_name: string;
  readonly trigger: string;
  readonly source: EventSource;
  readonly state: EventState;
  readonly fired_at: string;
  readonly settled_at: string | null;
  readonly arrival: readonly GateRecord[];
  readonly decisions: readonly Decision[];
}

export interface DeliveryFilter {
  readonly appId: string;
  /** Only events older than this one. */
  readonly before: string | null;
  /** Only this one and later ones. */
  readonly since: string;
  readonly trigger?: string | undefined;
  readonly outcome?: EventState | undefined;
}

/** Newest first. A test that another workspace makes of its own flow is none of the developer's business. */
export async function readDeliveries(
  platform: Kysely<Tables>,
  { appId, before, since, trigger, outcome }: DeliveryFilter,
  limit: number,
): Promise<DeliveryRow[]> {
  // Workspace by workspace: the primary key then leads to the time, and no event pays for an index by install.
  const { rows } = await sql<DeliveryRow>`
    select e.*, i.name as install_name
      from install i
      join app a on a.id = i.app_id
     cross join lateral (
       select id, workspace_id, install_id, trigger, source, state, fired_at, settled_at, arrival, decisions
         from event e
        where e.workspace_id = i.workspace_id and e.install_id = i.id and e.id >= ${since}
          and (${before}::uuid is null or e.id < ${before}::uuid)
          and (${trigger ?? null}::text is null or e.trigger = ${trigger ?? null})
          and (${outcome ?? null}::text is null or e.state = ${outcome ?? null})
          and (e.source <> 'test' or e.workspace_id = a.workspace_id)
        order by e.id desc limit ${limit}) e
     where i.app_id = ${appId}
     order by e.id desc limit ${limit}`.execute(platform);
  return rows;
}

/** Before that there is nothing to look for. */
export async function firstInstalledAt(platform: Kysely<Tables>, appId: string): Promise<string | null> {
  const first = await platform
    .selectFrom('install')
    .select('installed_at')
    .where('app_id', '=', appId)
    .orderBy('installed_at')
    .limit(1)
    .executeTakeFirst();
  return first?.installed_at ?? null;
}
