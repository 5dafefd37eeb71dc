// The kinds of effects, one line each: what a step can want done inside the database.
import type { Effect, EffectKind } from '@bellwire/model/effect.ts';
import type { Run } from '@bellwire/model/run.ts';
import type { Work } from '../work.ts';
import type { EffectTaker } from './effect-kind.ts';
import { fire } from './fire.ts';
import { makeUrl } from './make-url.ts';
import { order } from './order.ts';
import { say } from './say.ts';

const takers: { readonly [Kind in EffectKind]: EffectTaker<Kind> } = {
  say,
  order,
  fire,
  'make-url': makeUrl,
};

export function takeEffect(work: Work, run: Run, effect: Effect): void {
  // The border: the table is typed kind by kind, the lookup by `is` gives the taker of that very kind.
  const taker = takers[effect.is] as EffectTaker<EffectKind>;
  taker.take(work, run, effect);
}
