// What one kind of content needs in the step "Send message": making the content, and what the card on the canvas shows of it.
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Content } from '@bellwire/model/message.ts';
import type { Exit, StepScope } from '@bellwire/model/step-type.ts';
import type { MessageValues } from './settings.ts';

/** `nothing` is no fault: the flow goes on without the message. */
export type Composed =
  | { readonly is: 'content'; readonly content: Content; readonly says?: string }
  | { readonly is: 'nothing'; readonly says: string }
  | { readonly is: 'failed'; readonly says: string };

export interface MessagePart {
  /** @param prefix Of the names of its exits: each message of a step has its own. */
  compose(values: MessageValues, scope: StepScope, prefix: string): Composed;
  summary(saved: JsonObject): string;
  exits(saved: JsonObject, prefix: string): readonly Exit[];
}
