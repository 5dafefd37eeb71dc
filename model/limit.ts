// The limits of firing that can be met: their names, what they say, and the way out.

export const limitNames = ['install-rate', 'workspace-rate', 'waiting'] as const;
export type LimitName = (typeof limitNames)[number];

interface Limit {
  readonly label: string;
  readonly unit: string;
  /** What happens to a fire that meets it. */
  readonly says: string;
  readonly help: string;
}

export const limits: Readonly<Record<LimitName, Limit>> = {
  'install-rate': {
    label: 'Events of one app',
    unit: 'a second',
    says: 'More are refused with 429 until the second is over. Short bursts pass.',
    help: 'Send events in batches and obey Retry-After. The operator sets it with BELLWIRE_FIRE_RATE and BELLWIRE_FIRE_BURST.',
  },
  'workspace-rate': {
    label: 'Events of all apps together',
    unit: 'a second',
    says: 'More are refused with 429 until the second is over. Short bursts pass.',
    help: 'Lower it here to protect your bots from an app that runs wild. The operator sets the most with BELLWIRE_WORKSPACE_FIRE_RATE.',
  },
  waiting: {
    label: 'Events that wait to be worked off',
    unit: 'events',
    says: 'When so many wait, further ones are refused with 429 until some are done.',
    help: 'Look at the oldest waiting event: a host that does not answer holds its contacts up. The operator sets the most with BELLWIRE_MOST_WAITING.',
  },
};
