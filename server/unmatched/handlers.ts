// The handlers of everything about events without a contact: one table out of its parts.
import type { unmatchedOperations } from '@bellwire/model/operations/unmatched.ts';
import type { Handlers } from '../http/handler.ts';
import { contactPolicyHandlers } from './contact-policy.ts';
import { linkHandlers } from './link-handlers.ts';
import { unmatchedListHandlers } from './list-unmatched.ts';

export const unmatchedHandlers: Handlers<keyof typeof unmatchedOperations> = {
  ...unmatchedListHandlers,
  ...linkHandlers,
  ...contactPolicyHandlers,
};
