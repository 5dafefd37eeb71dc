// An event on one line of a terminal.
import type { FollowedEvent } from './follow-options.ts';

const MOST_CHARACTERS = 100;

/** @example '18:00:05  done      payment_paid  f1u1000  {"amount":49}' */
export function eventLine(event: FollowedEvent): string {
  const { trigger, state, reason, contactNs, items, source, settledAt, firedAt } = event;
  const time = new Date(settledAt ?? firedAt).toLocaleTimeString('en-GB');
  const what = `${trigger === '' ? '?' : trigger}${source === 'test' ? ' (test)' : ''}`;
  const told = reason === null ? JSON.stringify(items) : reason;
  return [time, state.padEnd(8), what, contactNs ?? '-', cut(told)].join('  ');
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}
