// Finds the contact that an event means by an e-mail address, a phone number or an id of somebody else's.
import { sql, type Kysely, type Transaction } from 'kysely';
import type { AnyIdentity, ContactPolicy, Identity } from '@bellwire/model/identity.ts';
import { isDataError } from '../database/data-error.ts';
import type { Tables } from '../database/tables.ts';
import type { Tenants } from '../database/tenant.ts';
import { groupCommit } from '../lanes/group-commit.ts';
import { insertContact } from './insert-contact.ts';

export interface Wanted {
  readonly workspaceId: string;
  /** Null where no app asks: then what is linked to an install is not looked at, and nothing is learned. */
  readonly installId: string | null;
  /** At least one, the surest first. */
  readonly identities: readonly AnyIdentity[];
  readonly policy: ContactPolicy;
  /** Where contacts are looked for and made; null looks in all bots of the workspace. */
  readonly botId: string | null;
}

export type Found =
  | {
      readonly is: 'found';
      readonly contact: FoundContact;
      readonly how: 'linked' | 'matched' | 'created';
    }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly count: number };

interface FoundContact {
  readonly id: string;
  readonly botId: string;
  readonly ns: string;
}

export interface IdentityFinder {
  /** Answers come in the order in which they were asked for. */
  find(wanted: Wanted): Promise<Found>;
}

export function identityFinder({ platform }: Pick<Tenants, 'platform'>): IdentityFinder {
  // What is asked while a query is on its way shares the next one; and one at a time, no two of them make the same contact.
  const asked = groupCommit<Wanted, Found>({
    most: 200,
    isDataError,
    write: async (all) => {
      const found = await findAll(platform, all);
      for (const [n, wanted] of all.entries()) {
        if (found[n]?.is === 'none' && creates(wanted)) found[n] = await createOnce(platform, wanted);
      }
      return found;
    },
  });
  return { find: (wanted) => asked.submit(wanted) };
}

function creates({ policy, botId }: Wanted): boolean {
  return policy === 'match-or-create' && botId !== null;
}

/** What a profile cannot say is remembered beside it; e-mail and phone are looked up anew each time, for they change hands. */
function isLearned({ kind }: AnyIdentity): boolean {
  return kind === 'customerId' || kind === 'channelUserId';
}

interface Hit extends FoundContact {
  readonly n: number;
  readonly kind: string;
  readonly how: 'linked' | 'matched';
}

async function findAll(db: Kysely<Tables>, all: readonly Wanted[]): Promise<Found[]> {
  const hits = await readHits(db, all);
  const found: Found[] = [];
  for (const [n, wanted] of all.entries()) {
    const ours = hits.filter((hit) => hit.n === n);
    const linked = ours.filter(({ how }) => how === 'linked');
    const best = distinct(linked.length > 0 ? linked : ours);
    const [first] = best;
    if (first === undefined) found.push({ is: 'none' });
    else if (best.length > 1) found.push({ is: 'several', count: best.length });
    else {
      const { id, botId, ns, how } = first;
      await learn(db, wanted, id, new Set(linked.map(({ kind }) => kind)));
      found.push({ is: 'found', contact: { id, botId, ns }, how });
    }
  }
  return found;
}

function distinct(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}

/** More than a handful of contacts with one e-mail address are not told apart by reading them all. */
const MOST_HITS = 5;

async function readHits(db: Kysely<Tables>, all: readonly Wanted[]): Promise<Hit[]> {
  const wanted = all.flatMap(({ workspaceId, installId, identities, policy, botId }, n) =>
    identities.map(({ kind, value }) => ({
      n,
      workspace_id: workspaceId,
      install_id: installId,
      kind,
      value,
      matches: policy !== 'unmatched',
      bot_id: botId,
    })),
  );
  const matching = (kind: 'email' | 'phone') => sql`
    select wanted.n, wanted.kind, 'matched' as how, c.id, c.bot_id as "botId", c.ns
      from wanted cross join lateral (
        select id, bot_id, ns from contact
         where contact.workspace_id = wanted.workspace_id and contact.${sql.ref(kind)} = wanted.value
           and (wanted.bot_id is null or contact.bot_id = wanted.bot_id) limit ${sql.lit(MOST_HITS)}) c
     where wanted.kind = ${sql.lit(kind)} and wanted.matches`;
  const { rows } = await sql<Hit>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as row(n int, workspace_id uuid, install_id uuid, kind text, value text, matches boolean, bot_id uuid)
    )
    select wanted.n, wanted.kind, 'linked' as how, c.id, c.bot_id as "botId", c.ns
      from wanted
      join contact_identity i on i.install_id = wanted.install_id and i.kind = wanted.kind and i.value = wanted.value
      join contact c on c.id = i.contact_id
    union all ${matching('email')}
    union all ${matching('phone')}`.execute(db);
  return rows;
}

async function learn(
  db: Kysely<Tables>,
  { workspaceId, installId, identities }: Wanted,
  contactId: string,
  known: ReadonlySet<string>,
): Promise<void> {
  const fresh = identities.filter((identity) => isLearned(identity) && !known.has(identity.kind));
  if (fresh.length > 0 && installId !== null)
    await linkIdentities(db, { workspaceId, installId, contactId }, fresh);
}

interface Link {
  readonly workspaceId: string;
  readonly installId: string;
  readonly contactId: string;
}

/** What is linked already stays: a person has said so, or an earlier event. */
async function linkIdentities(
  db: Kysely<Tables>,
  { workspaceId, installId, contactId }: Link,
  identities: readonly AnyIdentity[],
): Promise<void> {
  await db
    .insertInto('contact_identity')
    .values(
      identities.map((identity) => ({
        ...identity,
        workspace_id: workspaceId,
        install_id: installId,
        contact_id: contactId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Another process may be making the same one: both wait for one lock of these identities, and the second finds it. */
async function createOnce(platform: Kysely<Tables>, wanted: Wanted): Promise<Found> {
  return platform.transaction().execute(async (tx) => {
    await lockIdentities(tx, wanted);
    const [found = { is: 'none' as const }] = await findAll(tx, [wanted]);
    return found.is === 'none' && wanted.botId !== null ? create(tx, wanted, wanted.botId) : found;
  });
}

async function lockIdentities(tx: Transaction<Tables>, { workspaceId, identities }: Wanted): Promise<void> {
  const names = identities.map(({ kind, value }) => `${workspaceId} ${kind} ${value}`).toSorted();
  for (const name of names) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

async function create(tx: Transaction<Tables>, wanted: Wanted, botId: string): Promise<Found> {
  const valueOf = (kind: Identity['kind']) =>
    wanted.identities.find((identity) => identity.kind === kind)?.value ?? null;
  const made = await insertContact(tx, {
    workspace_id: wanted.workspaceId,
    bot_id: botId,
    email: valueOf('email'),
    phone: valueOf('phone'),
  });
  await learn(tx, wanted, made.id, new Set());
  return { is: 'found', contact: { ...made, botId }, how: 'created' };
}
