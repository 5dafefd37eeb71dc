// What the step "Send message" can send, one line for each kind of content: a missing one does not compile.
import type { ContentName } from '@bellwire/model/message.ts';
import { cardsPart } from './cards-part.ts';
import { audioPart, filePart, imagePart, videoPart } from './media-part.ts';
import type { MessagePart } from './message-part.ts';
import { receiptPart } from './receipt-part.ts';
import { textPart } from './text-part.ts';

export const messageParts: { readonly [Name in ContentName]: MessagePart } = {
  text: textPart,
  image: imagePart,
  cards: cardsPart,
  audio: audioPart,
  video: videoPart,
  file: filePart,
  receipt: receiptPart,
};
