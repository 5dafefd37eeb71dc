// A group of events without a contact, as the screen has it.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type Unmatched = OutputOf<'listUnmatched'>['rows'][number];

export function groupOf({ installId, kind, value }: Unmatched) {
  return { installId, kind, value };
}

/** @example eventsInWords(1) // '1 event' */
export function eventsInWords(count: number): string {
  return count === 1 ? '1 event' : `${count} events`;
}
