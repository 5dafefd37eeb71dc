// Arrivals that this process itself has just put into the log: the owner need not read their bodies back.
//
// Only bodies come from here. Which arrivals are there, and in which order, is always asked of the database: what another process
// put in, and what was worked off before, is known nowhere else.
import type { LaneRow } from './work.ts';

/** Some 4 MB of usual events. What does not fit is read from the log. */
const MOST_ROWS = 4000;
/** Older than this, it was worked off by another way, or its turn is still far off. */
const KEPT_MS = 10_000;

export class FreshRows {
  readonly #rows = new Map<number, LaneRow>();
  #heardOf = new Set<string>();

  /** A full store keeps what it has: the oldest are the next to be asked for. */
  keep(rows: readonly LaneRow[]): void {
    this.#forgetBefore(Date.now() - KEPT_MS);
    for (const row of rows) {
      this.#heardOf.add(row.workspaceId);
      if (this.#rows.size < MOST_ROWS) this.#rows.set(row.seq, row);
    }
  }

  /** The workspaces of what has come since `listenAnew`. */
  get heardOf(): ReadonlySet<string> {
    return this.#heardOf;
  }

  listenAnew(): void {
    this.#heardOf = new Set();
  }

  /** What was taken, and not worked off. */
  putBack(rows: readonly LaneRow[]): void {
    for (const row of rows) if (!row.isHeld) this.#rows.set(row.seq, row);
  }

  take(seq: number): LaneRow | undefined {
    const row = this.#rows.get(seq);
    this.#rows.delete(seq);
    return row;
  }

  #forgetBefore(time: number): void {
    for (const [seq, { acceptedAt }] of this.#rows) {
      if (Date.parse(acceptedAt) >= time) return;
      this.#rows.delete(seq);
    }
  }
}
