// Checks what came to the sink: each event that calls came at least once, always under one key, and never while another of its contact was under way.
import type { Findings } from './findings.ts';
import type { SinkLine } from './history.ts';
import type { ToldEvent } from './told-events.ts';

interface Seen {
  readonly keys: Set<string>;
  readonly from: number;
  /** When the first good answer went out; none yet: null. */
  readonly until: number | null;
}

export async function checkCalls(
  lines: AsyncIterable<SinkLine> | Iterable<SinkLine>,
  accepted: readonly ToldEvent[],
  findings: Findings,
): Promise<void> {
  const seen = await gather(lines);
  const known = new Map(accepted.map((event) => [event.key, event]));
  for (const [key, { keys }] of seen) {
    if (keys.size > 1)
      findings.add('duplicated', `The sink saw ${key} under ${keys.size} idempotency keys.`, keys.size - 1);
    const { tick } = known.get(key) ?? {};
    if (tick === undefined || tick.muted || !tick.calls)
      findings.add('duplicated', `The sink saw ${key}, which should not have called.`);
  }
  const byContact = new Map<string, { key: string; call: Seen }[]>();
  for (const { key, contact, tick } of accepted) {
    if (!tick.calls || tick.muted) continue;
    const call = seen.get(key);
    // Where its answer is missing too, the talk tells whether it is lost or only late.
    if (call !== undefined) byContact.set(contact, [...(byContact.get(contact) ?? []), { key, call }]);
  }
  for (const calls of byContact.values()) checkTurns(calls, findings);
}

/** Whether a request reached the sink before the one before it had its answer. */
function checkTurns(calls: readonly { key: string; call: Seen }[], findings: Findings): void {
  const inTime = calls.toSorted((a, b) => a.call.from - b.call.from);
  for (const [index, { key, call }] of inTime.entries()) {
    const before = inTime[index - 1];
    if (before !== undefined && (before.call.until === null || before.call.until > call.from)) {
      findings.add('overlapped', `The sink was asked for ${key} before ${before.key} had its answer.`);
    }
  }
}

async function gather(lines: AsyncIterable<SinkLine> | Iterable<SinkLine>): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  for await (const { event, idempotencyKey, from, until, status } of lines) {
    const before = seen.get(event);
    const good = status === 200 ? until : null;
    seen.set(event, {
      keys: (before?.keys ?? new Set<string>()).add(idempotencyKey),
      from: Math.min(before?.from ?? from, from),
      until: before?.until == null ? good : Math.min(before.until, good ?? before.until),
    });
  }
  return seen;
}
