// Checks the pauses of flows: none over before its time. One that never ends, or ends twice, is found in the talk.
import type { BookedContact } from './books.ts';
import type { Findings } from './findings.ts';
import { lateSayings } from './tick.ts';
import type { ToldEvent } from './told-events.ts';

/** @returns how late each pause was over, in milliseconds. */
export function checkTimers(
  { ns, said, saidAt }: BookedContact,
  events: readonly ToldEvent[],
  findings: Findings,
): number[] {
  const at = new Map(said.map((text, n) => [text, saidAt[n]]));
  return events.flatMap(({ tick }) => {
    const [text] = lateSayings(tick);
    if (text === undefined) return [];
    const begun = at.get(`done ${tick.n}`);
    const ended = at.get(text);
    if (begun === undefined || ended === undefined) return [];
    const lateness = ended - begun - tick.pause * 1000;
    if (lateness < 0) findings.add('early', `${ns} heard "${text}" ${-lateness} ms before its time.`);
    return [lateness];
  });
}
