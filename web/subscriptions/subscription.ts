// What the API tells of a subscription, and what can be done with one from its row.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type Subscription = OutputOf<'listSubscriptions'>['rows'][number];

export interface SubscriptionAct {
  is: 'edit' | 'test' | 'catch-up' | 'point' | 'delete';
  subscription: Subscription;
}
