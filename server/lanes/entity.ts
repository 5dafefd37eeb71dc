// What the lanes remember of one thing that events of a contact tell of, such as a payment.
import type { NewestSeen } from '@bellwire/engine/gates/gate.ts';
import type { FireArrival } from './arrival.ts';

/** One contact's: between contacts there is no order, so a thing that concerns two is remembered for each. */
export interface EntityName {
  readonly workspaceId: string;
  readonly lane: string;
  readonly installId: string;
  readonly name: string;
  readonly key: string;
}

export interface EntityState extends EntityName {
  readonly newest: NewestSeen | null;
  readonly gathering: Gathering | null;
  /** By subscription: the newest run that a newer event ends, where it still waits. */
  readonly runs: Readonly<Record<string, string>>;
}

/** An event that waits for others of the same thing: the last one to come runs. */
export interface Gathering {
  readonly eventId: string;
  readonly firedAt: string;
  readonly dueAt: string;
  readonly fire: FireArrival;
}

export function entityId({ lane, installId, name, key }: EntityName): string {
  return `${lane} ${installId} ${name} ${key}`;
}

export function unseenEntity(name: EntityName): EntityState {
  return { ...name, newest: null, gathering: null, runs: {} };
}
