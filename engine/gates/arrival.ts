// What is looked at before an event is taken in; told in its story like the gates behind it.
import type { GateRecord, Mend } from '@bellwire/model/decision.ts';
import { fact } from './gate.ts';

interface ArrivalGate {
  readonly name: string;
  readonly label: string;
  readonly mend?: Mend;
  says(record: GateRecord): string;
}

export const arrivalGates: readonly ArrivalGate[] = [
  {
    name: 'key',
    label: 'The key may fire',
    mend: { label: 'Look after its key', at: 'apps' },
    says: (record) =>
      record.verdict === 'pass' ? `${fact(record, 'by')} may fire triggers.` : fact(record, 'says'),
  },
  {
    name: 'trigger',
    label: 'The app has this trigger',
    says: (record) =>
      record.verdict === 'pass'
        ? `Version ${fact(record, 'version')} of the app has it.`
        : fact(record, 'says'),
  },
  {
    name: 'contract',
    label: 'The items fit the contract',
    says: (record) =>
      record.verdict === 'pass' ? 'Each item has the type that the trigger declares.' : fact(record, 'says'),
  },
  {
    name: 'contact',
    label: 'The contact is known',
    mend: { label: 'Find the contact', at: 'contacts' },
    says: (record) =>
      record.verdict === 'pass'
        ? `It is ${fact(record, 'ns')}.`
        : `There is no contact "${fact(record, 'ns')}" in this workspace. The event is kept: run it once the contact is there.`,
  },
];
