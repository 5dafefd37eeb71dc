// Step: the bot says something: a text with buttons, or the receipt of the newest order.
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Button, Content } from '@bellwire/model/message.ts';
import { stepType, type Exit, type StepScope } from '@bellwire/model/step-type.ts';
import { sendMessageExamples } from './send-message-examples.ts';
import { sendMessageSettings, type MessageValues } from './send-message-settings.ts';
import { brief, savedEntries, savedText } from './saved.ts';

export const sendMessage = stepType({
  name: 'send-message',
  label: 'Send message',
  about:
    'Says something to the contact: a text, with buttons if you like, or the receipt of the newest order.',
  icon: 'message-square',
  group: 'talk',
  sides: ['bot'],
  effects: ['say'],
  settings: sendMessageSettings,
  exits: [{ name: 'next', label: 'Then' }],
  moreExits: (saved) =>
    savedText(saved, 'kind') === 'receipt' ? [] : [...buttonExits(saved), ...replyExits(saved)],
  summary: (saved) => {
    if (savedText(saved, 'kind') !== 'receipt') return brief(savedText(saved, 'text')) || 'Write a text';
    return `Receipt: ${brief(savedText(saved, 'title') || DEFAULT_TITLE)}`;
  },
  run: (values, scope) => {
    if (values.kind === 'receipt') return sayReceipt(values, scope);
    const text = values.text ?? '';
    if (text.trim() === '') return { is: 'go', exit: 'next', says: 'Nothing was said: the text is empty.' };
    return { is: 'go', exit: 'next', effects: [{ is: 'say', content: textContent(text, values, scope) }] };
  },
  examples: sendMessageExamples,
});

const DEFAULT_TITLE = sendMessageSettings.title.default;

function buttonExits(saved: JsonObject): Exit[] {
  return savedEntries(saved, 'buttons').flatMap((button, index) =>
    savedText(button, 'kind') === 'flow'
      ? [{ name: buttonExit(index), label: savedText(button, 'label') }]
      : [],
  );
}

function replyExits(saved: JsonObject): Exit[] {
  return savedEntries(saved, 'quickReplies').map((reply, index) => ({
    name: replyExit(index),
    label: savedText(reply, 'label'),
  }));
}

function buttonExit(index: number): string {
  return `button-${index + 1}`;
}

function replyExit(index: number): string {
  return `reply-${index + 1}`;
}

function textContent(
  text: string,
  { buttons = [], quickReplies = [] }: MessageValues,
  scope: StepScope,
): Content {
  return {
    is: 'text',
    text,
    ...(buttons.length > 0
      ? { buttons: buttons.map((button, index) => buttonOf(button, index, scope)) }
      : {}),
    ...(quickReplies.length > 0
      ? {
          quickReplies: quickReplies.map(({ label }, index) => ({
            label,
            payload: scope.payloadOf(replyExit(index)),
          })),
        }
      : {}),
  };
}

type ButtonValues = NonNullable<MessageValues['buttons']>[number];

/** A `reply` button says its label, as if it had been typed: a question or a keyword takes it. */
function buttonOf({ label, kind, url = '' }: ButtonValues, index: number, scope: StepScope): Button {
  if (kind === 'url') return { is: 'url', label, url };
  return { is: 'reply', label, payload: kind === 'flow' ? scope.payloadOf(buttonExit(index)) : label };
}

function sayReceipt({ title = DEFAULT_TITLE, note = '' }: MessageValues, { contact }: StepScope) {
  const order = contact?.order ?? null;
  if (order === null) {
    return {
      is: 'fail',
      says: 'There is no order to send a receipt of. Create one before, or ask with a Condition whether {{order.id}} is there.',
    } as const;
  }
  const content: Content = { is: 'receipt', title, order, ...(note.trim() === '' ? {} : { note }) };
  return {
    is: 'go',
    exit: 'next',
    effects: [{ is: 'say', content }],
    says: `Receipt of order ${order.number}.`,
  } as const;
}
