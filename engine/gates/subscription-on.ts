// Gate: the subscription is switched on.
import { pass, stop, type Gate } from './gate.ts';

export const subscriptionOn: Gate = {
  name: 'subscription-on',
  label: 'The subscription is switched on',
  mend: { label: 'Switch it on', at: 'subscription' },
  decide: ({ listener, onlySubscriptionId }) => {
    if (onlySubscriptionId === listener.subscriptionId) return pass({ test: true });
    return listener.enabled ? pass() : stop('off');
  },
  says: (record) => {
    if (record.facts['test'] === true)
      return 'This is a test: it runs whether the subscription is on or off.';
    return record.verdict === 'pass'
      ? 'It is on.'
      : 'It is switched off. Switch it on under Automation > Triggers.';
  },
};
