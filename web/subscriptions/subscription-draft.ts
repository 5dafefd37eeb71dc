// What the dialog of a subscription holds while it is filled in.
import type { Condition } from '@bellwire/model/condition.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';

export type Install = OutputOf<'listInstalls'>['rows'][number];
export type InstallTrigger = Install['triggers'][number];
export type UserField = OutputOf<'listUserFields'>['rows'][number];

export interface SubscriptionDraft {
  readonly installId: string;
  readonly trigger: string;
  readonly enabled: boolean;
  readonly filter: Condition | null;
  readonly note: string;
  readonly mappings: readonly ItemMapping[];
  /** Null while a new flow is to be made, under `newFlowName`. */
  readonly flowId: string | null;
  readonly newFlowName: string;
}

/** A new subscription; items go into the user fields that have their name. */
export function draftFor(
  install: Pick<Install, 'id'>,
  trigger: Pick<InstallTrigger, 'name' | 'label' | 'items'>,
  userFields: readonly Pick<UserField, 'name'>[],
): SubscriptionDraft {
  const known = userFields.map(({ name }) => name);
  return {
    installId: install.id,
    trigger: trigger.name,
    enabled: true,
    filter: null,
    note: '',
    mappings: trigger.items
      .filter(({ name }) => known.includes(name))
      .map(({ name }) => ({ item: name, field: name })),
    flowId: null,
    newFlowName: `After “${trigger.label}”`,
  };
}
