// Effect: an order is stored as the step made or changed it.
import type { EffectTaker } from './effect-kind.ts';

export const order: EffectTaker<'order'> = {
  take: (work, _run, effect) => {
    work.orders.push(effect.order);
  },
};
