// What changed versions mean for installers: the rules, one line each.
import type { App } from '../../app.ts';
import { actionsChanged } from './actions-changed.ts';
import { addressesGone } from './addresses-gone.ts';
import { meaningKinds, type Meaning, type MeaningRule } from './meaning.ts';
import { powersGrown } from './powers-grown.ts';
import { priceChanged } from './price-changed.ts';
import { triggersChanged } from './triggers-changed.ts';

export type { Meaning };

export const meaningRules: Readonly<Record<string, MeaningRule>> = {
  triggersChanged,
  actionsChanged,
  addressesGone,
  powersGrown,
  priceChanged,
};

/** The gravest first. */
export function meaningOf(before: App, after: App): Meaning[] {
  const found = Object.values(meaningRules).flatMap((rule) => rule.of(before, after));
  return found.toSorted((one, other) => meaningKinds.indexOf(one.is) - meaningKinds.indexOf(other.is));
}
