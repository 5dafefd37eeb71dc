// The events of the run as the producers told of them: what was sent, what was answered, how often it was unclear.
import type { HistoryLine } from './history.ts';
import type { Tick } from './tick.ts';

export interface ToldEvent {
  readonly key: string;
  readonly contact: string;
  readonly tick: Tick;
  /** Every id that an answer has named: more than one is a fault. Empty: it was never accepted. */
  readonly eventIds: ReadonlySet<string>;
}

export interface Told {
  readonly events: readonly ToldEvent[];
  readonly unclear: number;
  readonly refused: readonly string[];
}

export async function gatherTold(lines: AsyncIterable<HistoryLine> | Iterable<HistoryLine>): Promise<Told> {
  const events = new Map<string, ToldEvent & { readonly eventIds: Set<string> }>();
  const refused: string[] = [];
  let unclear = 0;
  for await (const line of lines) {
    if (line.is === 'sent')
      events.set(line.key, { key: line.key, contact: line.contact, tick: line.tick, eventIds: new Set() });
    if (line.is === 'accepted') events.get(line.key)?.eventIds.add(line.eventId);
    if (line.is === 'unclear') unclear += 1;
    if (line.is === 'refused') refused.push(`${line.key}: ${line.why}`);
  }
  return { events: [...events.values()], unclear, refused };
}
