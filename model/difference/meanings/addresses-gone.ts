// Meaning: lasting addresses that services were given and that no longer answer.
import { without, type MeaningRule } from './meaning.ts';

export const addressesGone: MeaningRule = {
  about: 'Services were given the address of a webhook, and go on calling it.',
  of: (before, after) =>
    without(before.webhooks, after.webhooks).map(({ label }) => ({
      is: 'breaks',
      says: `The webhook "${label}" is gone: services that call its address are refused.`,
    })),
  examples: [
    {
      says: 'a webhook that is gone',
      before: {
        webhooks: [{ name: 'hook', label: 'Orders', flow: 'main' }],
      },
      after: {},
      means: ['breaks: The webhook "Orders" is gone: services that call its address are refused.'],
    },
  ],
};
