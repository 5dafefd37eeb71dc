// The kinds of arrivals, one line each, and what they lead to.
import type { ArrivalKind } from '../arrival.ts';
import type { Work } from '../work.ts';
import { answer } from './answer.ts';
import { callback } from './callback.ts';
import { change } from './change.ts';
import { due } from './due.ts';
import { fire } from './fire.ts';
import type { Reaction } from './reaction.ts';
import { said } from './said.ts';
import { send } from './send.ts';
import { unpark } from './unpark.ts';

const reactions: { readonly [Kind in ArrivalKind]: Reaction<Kind> } = {
  fire,
  said,
  answer,
  due,
  callback,
  change,
  send,
  unpark,
};

export function react(work: Work): void {
  const { arrival } = work.row;
  // The border: the table is typed kind by kind, the lookup by `kind` gives the reaction to that very kind.
  const reaction = reactions[arrival.kind] as Reaction<ArrivalKind>;
  reaction.react(work, arrival);
}
