// The kinds of arrivals, one line each, and what they lead to.
import type { Arrival, ArrivalKind } from '../arrival.ts';
import { NewerCodeError } from '../newer-code.ts';
import type { Work } from '../work.ts';
import { answer } from './answer.ts';
import { botWebhook } from './bot-webhook.ts';
import { callback } from './callback.ts';
import { change } from './change.ts';
import { due } from './due.ts';
import { fire } from './fire.ts';
import { gathered } from './gathered.ts';
import { hear } from './hear.ts';
import type { Reaction } from './reaction.ts';
import { replay } from './replay.ts';
import { said } from './said.ts';
import { scheduled } from './scheduled.ts';
import { send } from './send.ts';
import { unpark } from './unpark.ts';
import { webhook } from './webhook.ts';

const reactions: { readonly [Kind in ArrivalKind]: Reaction<Kind> } = {
  fire,
  gathered,
  said,
  answer,
  due,
  callback,
  webhook,
  'bot-webhook': botWebhook,
  scheduled,
  change,
  send,
  unpark,
  hear,
  replay,
};

/** @throws NewerCodeError where only newer code knows what is to be done. */
export function react(work: Work): void {
  const { arrival } = work.row;
  if (!Object.hasOwn(reactions, arrival.kind)) throw new NewerCodeError(`kind of arrival "${arrival.kind}"`);
  reactTo(arrival.kind, work, arrival);
}

/** The kind stands as a type of its own, so that the compiler sees that reaction and arrival are of the same one. */
function reactTo<Kind extends ArrivalKind>(
  kind: Kind,
  work: Work,
  arrival: Extract<Arrival, { kind: Kind }>,
): void {
  reactions[kind].react(work, arrival);
}
