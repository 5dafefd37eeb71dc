// Checks the orders in the books: one for each event that makes one, under the reference of the event, and no other.
import type { Findings } from './findings.ts';
import type { ToldEvent } from './told-events.ts';

/** `references`: of all orders. `open`: contacts of which something is still under way. */
export function checkOrders(
  references: readonly string[],
  accepted: readonly ToldEvent[],
  open: ReadonlySet<string>,
  findings: Findings,
): void {
  const times = new Map<string, number>();
  for (const reference of references) times.set(reference, (times.get(reference) ?? 0) + 1);
  for (const { key, contact, tick } of accepted) {
    if (tick.muted || !tick.audited) continue;
    const count = times.get(key) ?? 0;
    if (count === 0)
      findings.add(open.has(contact) ? 'unsettled' : 'lost', `The order of ${key} is missing.`);
    if (count > 1) findings.add('duplicated', `There are ${count} orders of ${key}.`, count - 1);
    times.delete(key);
  }
  for (const reference of times.keys())
    findings.add('duplicated', `There is an order of ${reference}, which makes none.`);
}
