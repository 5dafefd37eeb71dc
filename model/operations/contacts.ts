// Contacts, their conversations and orders.
import { z } from 'zod';
import { contentSchema, messageSchema } from '../message.ts';
import { jsonSchema } from '../name.ts';
import { operation, pageInput, pageOf } from '../operation.ts';
import { orderSchema } from '../order.ts';

const contactView = z.object({
  id: z.uuid(),
  ns: z.string(),
  botId: z.uuid(),
  botName: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), jsonSchema),
  pausedUntil: z.iso.datetime().nullable(),
  lastText: z.string().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

const contactId = z.uuid();

export const contactOperations = {
  listContacts: operation({
    method: 'GET',
    path: '/api/contacts',
    group: 'contacts',
    about: 'Contacts, the last seen first; search looks at name, e-mail, phone and ns.',
    who: 'agent',
    scope: 'contacts:read',
    input: z.object({ botId: z.uuid().optional(), search: z.string().max(100).optional(), ...pageInput }),
    output: pageOf(contactView),
  }),
  createContact: operation({
    method: 'POST',
    path: '/api/contacts',
    group: 'contacts',
    about: 'Makes a contact in a bot; its `ns` names it when a trigger is fired.',
    who: 'agent',
    scope: 'contacts:write',
    input: z.object({
      botId: z.uuid(),
      name: z.string().max(200).nullable().default(null),
      email: z.email().max(254).nullable().default(null),
      phone: z.string().max(30).nullable().default(null),
      timeZone: z.string().max(60).nullable().default(null),
      fields: z.record(z.string(), jsonSchema).default({}),
    }),
    output: contactView,
    status: 201,
    problems: ['not-found'],
  }),
  getContact: operation({
    method: 'GET',
    path: '/api/contacts/{contactId}',
    group: 'contacts',
    about: 'One contact.',
    who: 'agent',
    scope: 'contacts:read',
    input: z.object({ contactId }),
    output: contactView,
    problems: ['not-found'],
  }),
  findContact: operation({
    method: 'GET',
    path: '/api/contacts/by-ns/{ns}',
    group: 'contacts',
    about: 'The contact with this public id.',
    who: 'agent',
    scope: 'contacts:read',
    input: z.object({ ns: z.string().max(40) }),
    output: contactView,
    problems: ['not-found'],
  }),
  changeContact: operation({
    method: 'PATCH',
    path: '/api/contacts/{contactId}',
    group: 'contacts',
    about:
      "Changes a contact. The change takes its place in the contact's lane, behind what is already under way; the answer comes when it is done.",
    who: 'agent',
    scope: 'contacts:write',
    input: z.object({
      contactId,
      name: z.string().max(200).nullable().optional(),
      email: z.email().max(254).nullable().optional(),
      phone: z.string().max(30).nullable().optional(),
      timeZone: z.string().max(60).nullable().optional(),
      fields: z.record(z.string(), jsonSchema).optional(),
      addTags: z.array(z.string().min(1).max(60)).max(20).optional(),
      removeTags: z.array(z.string().min(1).max(60)).max(20).optional(),
      /** Until when the bot keeps quiet; null lets it talk again. */
      pausedUntil: z.iso.datetime().nullable().optional(),
    }),
    output: contactView,
    problems: ['not-found', 'not-ready'],
  }),
  listMessages: operation({
    method: 'GET',
    path: '/api/contacts/{contactId}/messages',
    group: 'conversations',
    about: 'The conversation, newest first.',
    who: 'agent',
    scope: 'contacts:read',
    input: z.object({ contactId, ...pageInput }),
    output: pageOf(messageSchema),
    problems: ['not-found'],
  }),
  sendMessage: operation({
    method: 'POST',
    path: '/api/contacts/{contactId}/messages',
    group: 'conversations',
    about: 'Sends a message to the contact, as a member of the team or as the app whose key is used.',
    who: 'agent',
    scope: 'messages:send',
    input: z.object({ contactId, content: contentSchema }),
    output: messageSchema,
    status: 201,
    problems: ['not-found', 'not-ready'],
  }),
  listOrders: operation({
    method: 'GET',
    path: '/api/orders',
    group: 'orders',
    about: 'Orders, newest first.',
    who: 'agent',
    scope: 'orders:read',
    input: z.object({ contactId: z.uuid().optional(), botId: z.uuid().optional(), ...pageInput }),
    output: pageOf(
      orderSchema.extend({ contactId: z.uuid(), contactNs: z.string(), contactName: z.string().nullable() }),
    ),
  }),
};
