// Events whose contact was not found: grouped by what they named it by, linked to a contact by hand, or dismissed.
import { z } from 'zod';
import { contactPolicies, identityKinds } from '../identity.ts';
import { nothing, operation, pageInput, pageOf } from '../operation.ts';

const anyKind = z.enum(['ns', ...identityKinds]);

const identityView = z.object({ kind: anyKind, value: z.string() });

const candidateView = z.object({
  contactId: z.uuid(),
  ns: z.string(),
  name: z.string().nullable(),
  botName: z.string(),
  /** What fits, in words: its e-mail, its phone. */
  by: z.string(),
});

const unmatchedView = z.object({
  installId: z.uuid(),
  installName: z.string(),
  appLabel: z.string(),
  logo: z.string().nullable(),
  kind: anyKind,
  value: z.string(),
  /** In words: `e-mail ada@example.com`. */
  says: z.string(),
  /** All that the newest event brought. */
  identities: z.array(identityView),
  events: z.int(),
  oldestAt: z.iso.datetime(),
  newestAt: z.iso.datetime(),
  newestEventId: z.uuid(),
  triggerLabel: z.string(),
  candidates: z.array(candidateView),
});

/** All events of one install that named their contact by this. */
const group = { installId: z.uuid(), kind: anyKind, value: z.string().min(1).max(300) };

const linked = z.object({
  contactId: z.uuid(),
  /** Events that had waited, and now run for the contact, oldest first. */
  events: z.int(),
  says: z.string(),
});

const policyFields = { policy: z.enum(contactPolicies), botId: z.uuid().nullable() };

export const unmatchedOperations = {
  listUnmatched: operation({
    method: 'GET',
    path: '/api/unmatched',
    group: 'unmatched',
    about: 'Events whose contact was not found, grouped by install and identity, the latest first.',
    who: 'agent',
    scope: 'events:read',
    input: z.object({ installId: z.uuid().optional(), ...pageInput }),
    output: pageOf(unmatchedView),
  }),
  linkUnmatched: operation({
    method: 'POST',
    path: '/api/unmatched/link',
    group: 'unmatched',
    about:
      'Links an identity to a contact: the events that wait run for it, oldest first, and later ones find it by themselves.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ ...group, contactId: z.uuid() }),
    output: linked,
    problems: ['not-found'],
  }),
  createUnmatchedContact: operation({
    method: 'POST',
    path: '/api/unmatched/contact',
    group: 'unmatched',
    about: 'Makes a contact from what the events brought, and links the identity to it.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ ...group, botId: z.uuid(), name: z.string().max(200).nullable().default(null) }),
    output: linked,
    status: 201,
    problems: ['not-found', 'conflict'],
  }),
  dismissUnmatched: operation({
    method: 'POST',
    path: '/api/unmatched/dismiss',
    group: 'unmatched',
    about:
      'Lets the events that wait for this identity never run. They stay readable, with the reason given.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ ...group, because: z.string().trim().min(1).max(500) }),
    output: z.object({ events: z.int(), says: z.string() }),
    problems: ['conflict'],
  }),
  listIdentities: operation({
    method: 'GET',
    path: '/api/contacts/{contactId}/identities',
    group: 'unmatched',
    about: 'What a contact is known by to installed apps, beside its e-mail and phone.',
    who: 'agent',
    scope: 'events:read',
    input: z.object({ contactId: z.uuid() }),
    output: z.object({
      rows: z.array(
        identityView.extend({
          installId: z.uuid(),
          installName: z.string(),
          says: z.string(),
          createdAt: z.iso.datetime(),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  unlinkIdentity: operation({
    method: 'DELETE',
    path: '/api/contacts/{contactId}/identities',
    group: 'unmatched',
    about: 'Takes an identity from a contact: later events that name it no longer find this contact by it.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ contactId: z.uuid(), ...group }),
    output: nothing,
    problems: ['not-found'],
  }),
  getContactPolicy: operation({
    method: 'GET',
    path: '/api/installs/{installId}/contact-policy',
    group: 'unmatched',
    about: "What is done with an install's events that name their contact otherwise than by its public id.",
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ installId: z.uuid() }),
    output: z.object(policyFields),
    problems: ['not-found'],
  }),
  setContactPolicy: operation({
    method: 'PUT',
    path: '/api/installs/{installId}/contact-policy',
    group: 'unmatched',
    about:
      'Sets it: only links (`unmatched`), contacts that fit too (`match`), or a new contact where none fits (`match-or-create`, which needs the bot). A bot narrows the search to its contacts.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId: z.uuid(), ...policyFields }),
    output: z.object(policyFields),
    problems: ['not-found'],
  }),
};
