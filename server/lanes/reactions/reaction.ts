// What one kind of arrival leads to: a pure change of the arrival's work.
import type { Arrival, ArrivalKind } from '../arrival.ts';
import type { Work } from '../work.ts';

export interface Reaction<Kind extends ArrivalKind> {
  react(work: Work, arrival: Extract<Arrival, { kind: Kind }>): void;
}
