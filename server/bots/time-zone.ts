// Whether a text names a time zone that this server knows.
import type { Complaint } from '@bellwire/model/problem.ts';

/** Nothing given is nothing wrong. */
export function timeZoneComplaints(timeZone: string | null | undefined): Complaint[] {
  if (timeZone === undefined || timeZone === null || isTimeZone(timeZone)) return [];
  const says = `"${timeZone}" is no time zone. Name one of the IANA list, such as "Europe/Berlin", or "UTC".`;
  return [{ path: ['timeZone'], says }];
}

function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Offsets such as "+02:00" are taken by Intl, but know no daylight saving and no name.
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
