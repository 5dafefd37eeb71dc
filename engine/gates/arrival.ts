// What is looked at before an event is taken in, in this order; told in its story like the gates behind it.
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
    name: 'body',
    label: 'The request can be read',
    says: (record) =>
      record.verdict === 'pass' ? 'It is JSON, with all that a fire needs.' : fact(record, 'says'),
  },
  {
    name: 'trigger',
    label: 'The app has this trigger',
    says: (record) =>
      record.verdict === 'pass'
        ? `${fact(record, 'version') === '' ? 'This version' : `Version ${fact(record, 'version')}`} of the app has it.`
        : fact(record, 'says'),
  },
  {
    name: 'contract',
    label: 'The items fit the contract',
    says: (record) =>
      record.verdict === 'pass' ? 'Each item has the type that the trigger declares.' : fact(record, 'says'),
  },
  {
    name: 'once',
    label: 'Its idempotency key is new, or none was sent',
    says: (record) => (record.verdict === 'pass' ? 'It is the first of its key.' : fact(record, 'says')),
  },
  {
    name: 'contact',
    label: 'The contact is known',
    mend: { label: 'Choose the contact', at: 'unmatched' },
    says: (record) => (record.verdict === 'pass' ? sayKnown(record) : sayUnknown(record)),
  },
];

/** `by` names the identities that were sent in place of a public id. */
function sayKnown(record: GateRecord): string {
  const by = fact(record, 'by');
  const how = { linked: 'linked to', matched: 'the only contact with', created: 'made for' }[
    fact(record, 'how')
  ];
  return how === undefined ? `It is ${fact(record, 'ns')}.` : `It is ${fact(record, 'ns')}, ${how} ${by}.`;
}

function sayUnknown(record: GateRecord): string {
  const count = fact(record, 'count');
  if (count !== '') return `${count} contacts fit ${fact(record, 'by')}, so a person has to choose.`;
  const by = fact(record, 'by');
  return by === ''
    ? `There is no contact "${fact(record, 'ns')}" in this workspace.`
    : `No contact is linked to ${by}, and none was matched.`;
}
