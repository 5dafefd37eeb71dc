// The handlers of everything about contacts: one table out of its parts.
import type { contactOperations } from '@bellwire/model/operations/contacts.ts';
import type { Handlers } from '../http/handler.ts';
import { contactListHandlers } from './list-contacts.ts';
import { contactEditHandlers } from './edit-contact.ts';
import { conversationHandlers } from './conversation.ts';
import { orderHandlers } from './orders.ts';

export const contactHandlers: Handlers<keyof typeof contactOperations> = {
  ...contactListHandlers,
  ...contactEditHandlers,
  ...conversationHandlers,
  ...orderHandlers,
};
