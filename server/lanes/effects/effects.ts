// The kinds of effects, one line each: what a step can want done inside the database.
import type { Effect, EffectKind } from '@bellwire/model/effect.ts';
import type { Run } from '@bellwire/model/run.ts';
import type { Work } from '../work.ts';
import type { EffectTaker } from './effect-kind.ts';
import { fire } from './fire.ts';
import { makeUrl } from './make-url.ts';
import { order } from './order.ts';
import { pause, tag } from './of-contact.ts';
import { say } from './say.ts';

const takers: { readonly [Kind in EffectKind]: EffectTaker<Kind> } = {
  say,
  order,
  tag,
  pause,
  fire,
  'make-url': makeUrl,
};

export function takeEffect(work: Work, run: Run, effect: Effect): void {
  takeKind(effect.is, work, run, effect);
}

/** The kind stands as a type of its own, so that the compiler sees that taker and effect are of the same one. */
function takeKind<Kind extends EffectKind>(
  kind: Kind,
  work: Work,
  run: Run,
  effect: Extract<Effect, { is: Kind }>,
): void {
  takers[kind].take(work, run, effect);
}
