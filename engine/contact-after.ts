// What an effect changes of the contact at once, so that the next step sees it: one line for each kind that does.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Effect, EffectKind } from '@bellwire/model/effect.ts';

type Change<Kind extends EffectKind> = (
  contact: ContactState,
  effect: Extract<Effect, { is: Kind }>,
) => ContactState;

const changes: { readonly [Kind in EffectKind]?: Change<Kind> } = {
  order: (contact, { order }) => ({ ...contact, order }),
  tag: (contact, { add, remove }) => ({
    ...contact,
    tags: [...new Set([...contact.tags, ...add])].filter((tag) => !remove.includes(tag)),
  }),
  pause: (contact, { until }) => ({ ...contact, pausedUntil: until }),
};

/** The very same contact where the effect changes nothing of it. */
export function contactAfter(contact: ContactState, effect: Effect): ContactState {
  return changeBy(effect.is, contact, effect);
}

/** The kind stands as a type of its own, so that the compiler sees that change and effect are of the same one. */
function changeBy<Kind extends EffectKind>(
  kind: Kind,
  contact: ContactState,
  effect: Extract<Effect, { is: Kind }>,
): ContactState {
  return changes[kind]?.(contact, effect) ?? contact;
}
