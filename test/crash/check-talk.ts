// Checks the talk with one contact against all that its events must have said: nothing missing, nothing twice, in order, not mixed.
import type { BookedContact } from './books.ts';
import type { Findings } from './findings.ts';
import type { ToldEvent } from './told-events.ts';
import { fieldsAfter, lateSayings, sayings } from './tick.ts';

/** `events`: the accepted ones of this contact, in the order in which they were accepted. `isOpen`: something of it is still under way. */
export function checkTalk(
  contact: BookedContact,
  events: readonly ToldEvent[],
  isOpen: boolean,
  findings: Findings,
): void {
  checkCounts(contact, events, isOpen, findings);
  checkOrder(contact, events, findings);
  if (!isOpen) checkFields(contact, events, findings);
}

function checkCounts(
  { ns, said }: BookedContact,
  events: readonly ToldEvent[],
  isOpen: boolean,
  findings: Findings,
): void {
  const times = new Map<string, number>();
  for (const text of said) times.set(text, (times.get(text) ?? 0) + 1);
  for (const { tick } of events) {
    for (const text of [...sayings(tick), ...lateSayings(tick)]) {
      const count = times.get(text) ?? 0;
      if (count === 0) findings.add(isOpen ? 'unsettled' : 'lost', `${ns} never heard "${text}".`);
      if (count > 1) findings.add('duplicated', `${ns} heard "${text}" ${count} times.`, count - 1);
      times.delete(text);
    }
  }
  for (const text of times.keys())
    findings.add('duplicated', `${ns} heard "${text}", which no accepted event says.`);
}

/** What an event says stands together; what comes between is another run that did not wait for its turn. */
function checkOrder({ ns, said }: BookedContact, events: readonly ToldEvent[], findings: Findings): void {
  const rankOf = new Map<string, { readonly n: number; readonly rank: number }>();
  let rank = 0;
  for (const { tick } of events)
    for (const text of sayings(tick)) rankOf.set(text, { n: tick.n, rank: rank++ });
  const heard = [...new Set(said)].flatMap((text) => rankOf.get(text) ?? []);
  const left = new Map<number, number>();
  for (const { n } of heard) left.set(n, (left.get(n) ?? 0) + 1);
  let before = -1;
  let speaking: number | null = null;
  for (const { n, rank } of heard) {
    if (speaking !== null && speaking !== n) {
      findings.add('overlapped', `${ns} heard of event ${n} in the middle of event ${speaking}.`);
    } else if (rank < before) findings.add('reordered', `${ns} heard of event ${n} after a later one.`);
    before = Math.max(before, rank);
    const rest: number = (left.get(n) ?? 1) - 1;
    left.set(n, rest);
    speaking = rest > 0 ? n : null;
  }
}

function checkFields({ ns, fields }: BookedContact, events: readonly ToldEvent[], findings: Findings): void {
  for (const [name, wanted] of Object.entries(fieldsAfter(events.map(({ tick }) => tick)))) {
    const found = Number(fields[name] ?? 0);
    if (name === 'last_n' && found !== wanted)
      findings.add('reordered', `The field last_n of ${ns} is ${found}, and the last event was ${wanted}.`);
    else if (found < wanted)
      findings.add('lost', `The field ${name} of ${ns} counts ${found} of ${wanted}.`, wanted - found);
    else if (found > wanted)
      findings.add('duplicated', `The field ${name} of ${ns} counts ${found} of ${wanted}.`, found - wanted);
  }
}
