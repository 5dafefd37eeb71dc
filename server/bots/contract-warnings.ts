// What a subscription still counts on although the installed version no longer brings it: pure.
import type { App } from '@bellwire/model/app.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';

interface Counting {
  readonly trigger: string;
  readonly mappings: readonly ItemMapping[];
}

/** A contract that grows breaks nothing; one that shrinks leaves fields empty, and the owner should know. */
export function contractWarnings({ trigger: name, mappings }: Counting, app: App): Complaint[] {
  const trigger = app.triggers.find((candidate) => candidate.name === name);
  if (trigger === undefined) {
    const says = `The installed version of ${app.label} no longer has the trigger "${name}", so no event comes. Subscribe to another one, or remove this subscription.`;
    return [{ path: ['trigger'], says, level: 'warning' }];
  }
  return mappings.flatMap(({ item, field, fallback }, index): Complaint[] => {
    if (trigger.items.some((candidate) => candidate.name === item)) return [];
    const then = fallback === undefined ? 'is emptied' : 'gets its fallback';
    const says = `The installed version of ${app.label} no longer sends the item "${item}": at each event, the user field "${field}" ${then}. Map another item, or remove this line.`;
    return [{ path: ['mappings', index, 'item'], says, level: 'warning' }];
  });
}
