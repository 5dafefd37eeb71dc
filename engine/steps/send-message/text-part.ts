// In the step "Send message": a text with buttons.
import { brief, savedText } from '../saved.ts';
import { buttonExits, buttonsOf } from './buttons.ts';
import type { MessagePart } from './message-part.ts';

export const textPart: MessagePart = {
  compose: ({ text = '', buttons = [] }, scope, prefix) => {
    if (text.trim() === '') return { is: 'nothing', says: 'Nothing was said: the text is empty.' };
    const made = buttonsOf(buttons, prefix, scope);
    return { is: 'content', content: { is: 'text', text, ...(made.length > 0 && { buttons: [...made] }) } };
  },
  summary: (saved) => brief(savedText(saved, 'text')) || 'Write a text',
  exits: buttonExits,
};
