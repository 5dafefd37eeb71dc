// The mini-apps as an operator sees them: what waits for a decision, and what it asks for.
import type { App } from '@bellwire/model/app.ts';
import { differ } from '@bellwire/model/difference/differ.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { scopes } from '@bellwire/model/scope.ts';
import { sql } from 'kysely';
import { complaintsOf } from '../apps/app-view.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import type { Tenants } from '../database/tenant.ts';
import { countInstalls } from '../store/listed-app.ts';

type OperatedApp = OutputOf<'listOperatedApps'>['rows'][number];

export async function readOperatedApps({ platform }: Tenants): Promise<OperatedApp[]> {
  const rows = await selectOperated(platform).execute();
  const wanted = rows.filter(({ review }) => review === 'asked');
  const ids = wanted.flatMap((row) => [row.review_version_id, row.published_version_id]);
  const apps = await frozenApps(
    platform,
    ids.filter((id) => id !== null),
  );
  return rows.map((row) => ({
    appId: row.id,
    label: row.label,
    publisher: row.publisher,
    state: row.state,
    installs: row.installs,
    suspended: row.state === 'suspended' ? (row.suspended_says ?? '') : null,
    asked: askedOf(row, apps),
  }));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOperated>['execute']>>[number];

/** Those that wait first. */
function selectOperated(platform: Tenants['platform']) {
  return platform
    .selectFrom('app')
    .innerJoin('workspace', 'workspace.id', 'app.workspace_id')
    .leftJoin('app_version', 'app_version.id', 'app.review_version_id')
    .select(['app.id', 'app.state', 'app.suspended_says', 'app.review', 'app.review_at'])
    .select(['app.review_version_id', 'app.published_version_id'])
    .select(['workspace.name as publisher', 'number', 'changelog'])
    .select(sql<string>`app.draft ->> 'label'`.as('label'))
    .select(countInstalls.as('installs'))
    .where('app.state', '<>', 'draft')
    .orderBy(sql`app.review is distinct from 'asked'`)
    .orderBy('app.updated_at', 'desc')
    .limit(500);
}

function askedOf(row: Row, apps: ReadonlyMap<string, App>): OperatedApp['asked'] {
  const next = row.review === 'asked' ? apps.get(row.review_version_id ?? '') : undefined;
  if (next === undefined || row.review_at === null) return null;
  const before = row.state === 'public' ? apps.get(row.published_version_id ?? '') : undefined;
  const { number, changelog, review_at: askedAt } = row;
  return { version: number ?? 0, changelog: changelog ?? '', askedAt, ...reportOf(next, before) };
}

function reportOf(next: App, before: App | undefined) {
  return {
    warnings: complaintsOf(next).map(({ says }) => says),
    scopes: next.scopes.map(({ scope, reason }) => `May ${scopes[scope].may}: ${reason}`),
    hosts: next.hosts,
    changes: before === undefined ? [] : differ(before, next).changes.map(({ says }) => says),
  };
}
