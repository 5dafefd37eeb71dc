// The judge: from what was told outside and what the books say inside, finds all that was lost, done twice, out of order or mixed.
import type { Books } from './books.ts';
import { checkCalls } from './check-calls.ts';
import { checkOrders } from './check-orders.ts';
import { checkTalk } from './check-talk.ts';
import { checkTimers } from './check-timers.ts';
import { Findings } from './findings.ts';
import type { HistoryLine, SinkLine } from './history.ts';
import { gatherTold, type ToldEvent } from './told-events.ts';
import { runsOf } from './tick.ts';

type Lines<Line> = AsyncIterable<Line> | Iterable<Line>;

export interface Evidence {
  readonly history: Lines<HistoryLine>;
  readonly sink: Lines<SinkLine>;
  readonly books: Books;
}

export interface Verdict {
  readonly accepted: number;
  readonly unclear: number;
  /** What the accepted events came to. */
  readonly books: Readonly<Record<string, number>>;
  /** How late each pause of a flow was over, in milliseconds. */
  readonly lateness: readonly number[];
  readonly findings: Findings;
}

export async function checkHistory({ history, sink, books }: Evidence): Promise<Verdict> {
  const findings = new Findings();
  const told = await gatherTold(history);
  for (const why of told.refused) findings.add('refused', why);
  const accepted = told.events.filter(({ eventIds }) => eventIds.size > 0);
  for (const { key, eventIds } of told.events) {
    if (eventIds.size === 0) findings.add('unsettled', `${key} never had a clear answer.`);
    if (eventIds.size > 1)
      findings.add('duplicated', `${key} was accepted as ${eventIds.size} events.`, eventIds.size - 1);
  }
  const openContacts = checkEvents(accepted, books, findings);
  const lateness = checkTalks(accepted, books, openContacts, findings);
  checkOrders(books.orders, accepted, openContacts, findings);
  await checkCalls(sink, accepted, findings);
  if (books.failed > 0)
    findings.add('lost', 'Arrivals were kept aside because of an error of the server.', books.failed);
  return {
    accepted: accepted.length,
    unclear: told.unclear,
    books: sumUp(accepted, books),
    lateness,
    findings,
  };
}

function sumUp(accepted: readonly ToldEvent[], books: Books): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { eventIds } of accepted) {
    for (const id of eventIds) {
      const state = books.events.get(id)?.state ?? (books.waiting.has(id) ? 'waiting' : 'nowhere');
      counts[state] = (counts[state] ?? 0) + 1;
    }
  }
  return counts;
}

/** The books: accepted = done + filtered + waiting, each with its runs. Gives back the contacts of which something is under way. */
function checkEvents(accepted: readonly ToldEvent[], books: Books, findings: Findings): Set<string> {
  const open = new Set<string>();
  const runs = Map.groupBy(books.runs, ({ eventId }) => eventId);
  const ids = new Set<string>();
  for (const { key, contact, tick, eventIds } of accepted) {
    const [id = ''] = eventIds;
    for (const each of eventIds) ids.add(each);
    const state = books.events.get(id)?.state;
    if (state === undefined && !books.waiting.has(id))
      findings.add('lost', `${key} was accepted as ${id}, and nobody knows it.`);
    if (state === undefined) {
      if (books.waiting.has(id)) findings.add('unsettled', `${key} still waits in its lane.`);
      open.add(contact);
      continue;
    }
    const wanted = tick.muted ? 'filtered' : 'done';
    if (state !== wanted) findings.add('lost', `${key} is ${state} and not ${wanted}.`);
    if (checkRuns(key, runs.get(id) ?? [], runsOf(tick), findings) === 'open') open.add(contact);
  }
  for (const [id, { contact, n, state }] of books.events) {
    // A request that broke off is kept as refused: it is in the books, and was not accepted.
    if (!ids.has(id) && state !== 'refused')
      findings.add(
        'duplicated',
        `The event ${id} (${contact}/${n}) is in the books and was accepted under no key.`,
      );
  }
  return open;
}

function checkRuns(key: string, runs: Books['runs'], wanted: number, findings: Findings): 'open' | 'over' {
  if (runs.length < wanted)
    findings.add('lost', `${key} has ${runs.length} of ${wanted} runs.`, wanted - runs.length);
  if (runs.length > wanted)
    findings.add('duplicated', `${key} has ${runs.length} runs in place of ${wanted}.`, runs.length - wanted);
  for (const { status, isAwaited } of runs) {
    if (status === 'failed') findings.add('lost', `A run of ${key} failed.`);
    if (status === 'waiting' && isAwaited) findings.add('unsettled', `A run of ${key} still waits.`);
    if (!isAwaited) findings.add('lost', `A run of ${key} waits, and nothing is left that would wake it.`);
  }
  return runs.some(({ status }) => status === 'waiting') ? 'open' : 'over';
}

function checkTalks(
  accepted: readonly ToldEvent[],
  books: Books,
  open: ReadonlySet<string>,
  findings: Findings,
): number[] {
  const byContact = Map.groupBy(accepted, ({ contact }) => contact);
  return books.contacts.flatMap((contact) => {
    const events = (byContact.get(contact.ns) ?? []).toSorted((a, b) => a.tick.n - b.tick.n);
    checkTalk(contact, events, open.has(contact.ns), findings);
    return checkTimers(contact, events, findings);
  });
}
