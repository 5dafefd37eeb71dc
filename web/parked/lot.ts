// What the API tells of a lot, and what names it.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type Lot = OutputOf<'listParkedLots'>['rows'][number];

export function lotKey({ reason, installId, trigger, subscriptionId }: Lot) {
  return { reason, installId, trigger, ...(subscriptionId === null ? {} : { subscriptionId }) };
}
