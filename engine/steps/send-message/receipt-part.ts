// In the step "Send message": the receipt of the contact's newest order.
import { brief, savedText } from '../saved.ts';
import type { MessagePart } from './message-part.ts';

const DEFAULT_TITLE = 'Your receipt';

export const receiptPart: MessagePart = {
  compose: ({ title = DEFAULT_TITLE, note = '' }, { contact }) => {
    const order = contact?.order ?? null;
    if (order === null) {
      return {
        is: 'failed',
        says: 'There is no order to send a receipt of. Create one before, or ask with a Condition whether {{order.id}} is there.',
      };
    }
    return {
      is: 'content',
      content: { is: 'receipt', title, order, ...(note.trim() === '' ? {} : { note }) },
      says: `Receipt of order ${order.number}.`,
    };
  },
  summary: (saved) => `Receipt: ${brief(savedText(saved, 'title') || DEFAULT_TITLE)}`,
  exits: () => [],
};
