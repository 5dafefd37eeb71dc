// By hand: an identity is linked to a contact, given a new one, let go, or taken from one again.
import { sql, type Transaction } from 'kysely';
import { sayIdentities, type AnyIdentity } from '@bellwire/model/identity.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { unmatchedOperations } from '@bellwire/model/operations/unmatched.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { getBot } from '../bots/bots.ts';
import { getContact, type ContactView } from '../contacts/contact-view.ts';
import { insertContact } from '../contacts/insert-contact.ts';
import type { Tables } from '../database/tables.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { installNotFound } from '../installs/install-view.ts';
import { dismiss, sayDismissed } from '../parked/dismiss.ts';

type LinkNames =
  | 'linkUnmatched'
  | 'createUnmatchedContact'
  | 'dismissUnmatched'
  | 'listIdentities'
  | 'unlinkIdentity';

export const linkHandlers: Pick<Handlers<keyof typeof unmatchedOperations>, LinkNames> = {
  async linkUnmatched({ contactId, ...group }, context) {
    const contact = await context.inWorkspace(async (tx) => {
      await refuseForeignInstall(tx, group.installId);
      return getContact(tx, { id: contactId });
    });
    return link(context, group, contact);
  },

  async createUnmatchedContact({ botId, name, ...group }, context) {
    const contact = await context.inWorkspace(async (tx) => {
      await refuseForeignInstall(tx, group.installId);
      await getBot(tx, botId);
      const identities = await readIdentities(tx, group);
      const valueOf = (kind: AnyIdentity['kind']) =>
        identities.find((identity) => identity.kind === kind)?.value ?? null;
      const profile = { name, email: valueOf('email'), phone: valueOf('phone') };
      const { id } = await insertContact(tx, {
        workspace_id: context.workspaceId,
        bot_id: botId,
        ...profile,
      });
      return getContact(tx, { id });
    });
    return link(context, group, contact);
  },

  async dismissUnmatched({ installId, kind, value, because }, context) {
    const ofGroup = sql`select event_id from parked
      where install_id = ${installId} and identity_kind = ${kind} and identity_value = ${value}`;
    const says = sayDismissed(context.caller, because);
    const events = await context.inWorkspace((tx) => dismiss(tx, ofGroup, says));
    return { events, says: `Dismissed: ${inWords(events)}. They stay readable.` };
  },

  async listIdentities({ contactId }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      await getContact(tx, { id: contactId });
      return tx
        .selectFrom('contact_identity')
        .innerJoin('install', 'install.id', 'contact_identity.install_id')
        .select(['install_id as installId', 'install.name as installName', 'kind', 'value'])
        .select('contact_identity.created_at as createdAt')
        .where('contact_id', '=', contactId)
        .orderBy('contact_identity.created_at')
        .execute();
    });
    return { rows: rows.map((row) => ({ ...row, says: sayIdentities([row]) })) };
  },

  async unlinkIdentity({ contactId, installId, kind, value }, context) {
    const { numDeletedRows } = await context.inWorkspace((tx) =>
      tx
        .deleteFrom('contact_identity')
        .where('contact_id', '=', contactId)
        .where('install_id', '=', installId)
        .where('kind', '=', kind)
        .where('value', '=', value)
        .executeTakeFirstOrThrow(),
    );
    if (numDeletedRows === 0n) throw new ProblemError('not-found', { says: 'There is no such link.' });
    return {};
  },
};

interface Group extends AnyIdentity {
  readonly installId: string;
}

async function link(
  { lanes, workspaceId }: Context,
  group: Group,
  { id, ns, botId, name }: ContactView,
): Promise<OutputOf<'linkUnmatched'>> {
  const events = await lanes.linkUnmatched({ workspaceId, ...group }, { id, ns, botId });
  const who = name ?? ns;
  const waited = events === 0 ? 'No event had waited.' : `For ${who} now run ${inWords(events)}.`;
  return {
    contactId: id,
    events,
    says: `Linked: ${sayIdentities([group])} is ${who} from now on. ${waited}`,
  };
}

function inWords(events: number): string {
  return events === 1 ? '1 event' : `${events} events`;
}

async function refuseForeignInstall(tx: Transaction<Tables>, installId: string): Promise<void> {
  const row = await tx.selectFrom('install').select('id').where('id', '=', installId).executeTakeFirst();
  if (row === undefined) throw installNotFound();
}

/** All that the newest event of the group brought. */
async function readIdentities(
  tx: Transaction<Tables>,
  { installId, kind, value }: Group,
): Promise<readonly AnyIdentity[]> {
  const row = await tx
    .selectFrom('parked')
    .select('identities')
    .where('install_id', '=', installId)
    .where('identity_kind', '=', kind)
    .where('identity_value', '=', value)
    .orderBy('event_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw nothingWaits({ kind, value });
  return row.identities ?? [{ kind, value }];
}

function nothingWaits(identity: AnyIdentity): ProblemError {
  return new ProblemError('conflict', {
    says: `No event waits for ${sayIdentities([identity])}. Somebody may have been quicker: load the list again.`,
  });
}
