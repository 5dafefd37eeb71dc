// The store: the apps that this workspace can install, and all that should be known of one before.
import { sql } from 'kysely';
import type { appCategories, App } from '@bellwire/model/app.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { installOperations } from '@bellwire/model/operations/installs.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { samplePayload } from '@bellwire/model/sample.ts';
import { scopes } from '@bellwire/model/scope.ts';
import { containing } from '../database/like-pattern.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { countInstalls, getListedVersion, selectListed } from './listed-app.ts';

type Listing = OutputOf<'listListings'>['rows'][number];
type ListingPage = OutputOf<'getListing'>;

export const storeHandlers: Pick<Handlers<keyof typeof installOperations>, 'listListings' | 'getListing'> = {
  async listListings(filter, context) {
    return { rows: await readListings(context, filter) };
  },

  async getListing({ appId }, context) {
    const { definition } = await getListedVersion(context, appId);
    const [listing] = await readListings(context, { appId });
    // Between the two readings it was suspended, or its publisher made it private.
    if (listing === undefined) throw new ProblemError('not-found');
    const versions = await context.tenants.platform
      .selectFrom('app_version')
      .select(['number', 'changelog', 'published_at as publishedAt'])
      .where('app_id', '=', appId)
      .orderBy('number', 'desc')
      .execute();
    return { ...listing, ...viewDefinition(definition), versions };
  },
};

interface ListingFilter {
  readonly appId?: string;
  readonly search?: string | undefined;
  readonly category?: (typeof appCategories)[number] | undefined;
}

/** Definitions are large, so only what a card shows is taken out of them. */
async function readListings(
  context: Context,
  { appId, search, category }: ListingFilter,
): Promise<Listing[]> {
  let query = selectListed(context)
    .select([
      'app.id as appId',
      'app.name',
      'workspace.name as publisher',
      'app_version.number as version',
      sql<string>`definition ->> 'label'`.as('label'),
      sql<string>`definition ->> 'description'`.as('description'),
      sql<string | null>`definition ->> 'logo'`.as('logo'),
      sql<App['category']>`definition ->> 'category'`.as('category'),
      sql<App['price']>`definition -> 'price'`.as('price'),
      countInstalls.as('installs'),
      installedIn(context.workspaceId).as('installedHere'),
    ])
    .orderBy(sql`lower(definition ->> 'label')`)
    .orderBy('app.id');
  if (appId !== undefined) query = query.where('app.id', '=', appId);
  if (category !== undefined) query = query.where(sql`definition ->> 'category'`, '=', category);
  if (search !== undefined) {
    const pattern = containing(search);
    query = query.where(
      sql<boolean>`(definition ->> 'label' ilike ${pattern} or definition ->> 'description' ilike ${pattern}
        or definition ->> 'name' ilike ${pattern} or workspace.name ilike ${pattern})`,
    );
  }
  return query.execute();
}

function installedIn(workspaceId: string) {
  return sql<boolean>`exists (select from install where install.app_id = app.id and install.workspace_id = ${workspaceId} and install.state <> 'uninstalled')`;
}

function viewDefinition(app: App): Omit<ListingPage, keyof Listing | 'versions'> {
  return {
    about: app.about,
    docsUrl: app.docsUrl ?? null,
    scopes: app.scopes.map(({ scope, reason }) => ({ scope, may: scopes[scope].may, reason })),
    hosts: app.hosts,
    authInputs: [...authInputs(app.auth)],
    signsIn: app.auth.is === 'oauth2',
    triggers: app.triggers.map((trigger) => ({
      name: trigger.name,
      label: trigger.label,
      about: trigger.about,
      sample: samplePayload(app, trigger),
    })),
    actions: app.actions.map(({ name, label, about }) => ({ name, label, about })),
  };
}
