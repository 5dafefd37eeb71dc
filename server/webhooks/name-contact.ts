// Whom a call at a webhook is about: what it names a contact by, and the contact that is known by it.
import { sayContact, type ContactRef } from '@bellwire/model/identity.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Receiving } from '@bellwire/model/webhook.ts';
import { identitiesAt, nameAt } from '../contacts/identities-at.ts';
import type { LaneDoor } from '../lanes/door.ts';
import type { FoundWebhook } from './find-webhook.ts';

export type NamedContact =
  /** `contactId` is null where the webhook names nobody on purpose. */
  | { readonly is: 'known'; readonly contactId: string | null; readonly says: string }
  | { readonly is: 'unknown'; readonly says: string };

/** A public id is asked for first, as the surest; then what else the contact is known by. */
export async function nameContact(
  lanes: Pick<LaneDoor, 'findContact'>,
  { receiving, workspaceId, of }: FoundWebhook,
  payload: JsonObject,
): Promise<NamedContact> {
  const { contact } = receiving;
  if (contact === undefined) return { is: 'known', contactId: null, says: 'The flow runs for no contact.' };
  const refs = contactRefs(contact, payload);
  const where =
    of.is === 'install'
      ? { installId: of.installId, policy: of.policy, botId: of.botId }
      : { installId: null, policy: 'match-or-create' as const, botId: of.botId };
  for (const ref of refs) {
    const found = await lanes.findContact({ workspaceId, contact: ref, ...where });
    if (found.is === 'found')
      return { is: 'known', contactId: found.contact.id, says: `For ${sayContact(ref)}, ${how[found.how]}.` };
    if (found.is === 'several')
      return {
        is: 'unknown',
        says: `${found.count} contacts are known by ${sayContact(ref)}. Link the right one, and run the call again.`,
      };
  }
  const named = refs.map(sayContact).join(', ');
  return {
    is: 'unknown',
    says:
      named === ''
        ? `The call names no contact at ${Object.values(contact).join(' or ')}.`
        : `No contact is known by ${named}. Make or link one, or let contacts be made, and run the call again.`,
  };
}

const how = { linked: 'who was known', matched: 'who was matched', created: 'who was made' } as const;

function contactRefs(paths: NonNullable<Receiving['contact']>, payload: JsonObject): ContactRef[] {
  const ns = nameAt(paths.ns, payload);
  const identities = identitiesAt(paths, payload);
  return [...(ns === undefined ? [] : [ns]), ...(identities.length === 0 ? [] : [identities])];
}
