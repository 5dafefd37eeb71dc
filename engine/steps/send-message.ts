// Step: the bot says something: words, pictures, cards with buttons, files, the receipt of the newest order; one or several.
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { Content } from '@bellwire/model/message.ts';
import { stepType, type Exit, type StepScope } from '@bellwire/model/step-type.ts';
import { savedEntries, savedText } from './saved.ts';
import { sendMessageExamples } from './send-message/examples.ts';
import type { Composed, MessagePart } from './send-message/message-part.ts';
import { messageParts } from './send-message/message-parts.ts';
import { sendMessageSettings, type MessageValues } from './send-message/settings.ts';

export const sendMessage = stepType({
  name: 'send-message',
  label: 'Send message',
  about:
    'Says something to the contact: a text, a picture, cards, a sound, a film, a file, the receipt of the newest order, or several of these.',
  icon: 'message-square',
  group: 'talk',
  sides: ['bot'],
  flowKinds: ['flow', 'function'],
  effects: ['say'],
  settings: sendMessageSettings,
  exits: [{ name: 'next', label: 'Then' }],
  moreExits: (saved) => [
    ...savedMessages(saved).flatMap((message, place) => partOf(message).exits(message, prefixOf(place))),
    ...savedEntries(saved, 'quickReplies').map((reply, index): Exit => ({
      name: replyExit(index),
      label: savedText(reply, 'label'),
    })),
  ],
  summary: (saved) => {
    const more = savedEntries(saved, 'more').length;
    return `${partOf(saved).summary(saved)}${more === 0 ? '' : `, +${more}`}`;
  },
  run: ({ more, quickReplies, ...first }, scope) => {
    const composed = [first, ...more].map((values, place) => compose(values, scope, prefixOf(place)));
    const failed = composed.find(({ is }) => is === 'failed');
    if (failed !== undefined) return { is: 'fail', says: failed.says ?? '' };
    const contents = composed.flatMap((each) => (each.is === 'content' ? [each.content] : []));
    const says = composed.flatMap((each) => each.says ?? []).join(' ');
    return {
      is: 'go',
      exit: 'next',
      effects: withReplies(contents, quickReplies, scope).map((content) => ({ is: 'say', content })),
      ...(says === '' ? {} : { says }),
    };
  },
  examples: sendMessageExamples,
});

function compose(values: MessageValues, scope: StepScope, prefix: string): Composed {
  const composed = messageParts[values.kind].compose(values, scope, prefix);
  const { typing } = values;
  if (composed.is !== 'content' || typing === 0) return composed;
  return { ...composed, content: { ...composed.content, typingSeconds: typing } };
}

/** They stand under the last of the messages. */
function withReplies(
  contents: readonly Content[],
  replies: readonly { readonly label: string }[],
  scope: StepScope,
): readonly Content[] {
  const last = contents.at(-1);
  if (last === undefined || replies.length === 0) return contents;
  const quickReplies = replies.map(({ label }, index) => ({
    label,
    payload: scope.payloadOf(replyExit(index)),
  }));
  return [...contents.slice(0, -1), { ...last, quickReplies }];
}

/** The first stands in the step's own settings: that is how all flows of before have it. */
function savedMessages(saved: JsonObject): readonly JsonObject[] {
  return [saved, ...savedEntries(saved, 'more')].filter(isJsonObject);
}

function partOf(saved: JsonObject): MessagePart {
  const kind = savedText(saved, 'kind') || 'text';
  const found = Object.entries(messageParts).find(([name]) => name === kind);
  return found?.[1] ?? messageParts.text;
}

function prefixOf(place: number): string {
  return place === 0 ? '' : `message-${place + 1}-`;
}

function replyExit(index: number): string {
  return `reply-${index + 1}`;
}
