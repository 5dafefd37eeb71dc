// How many arrivals a turn takes: as many as are done in some 20 ms, because for so long a workspace that was quiet has to wait.

const GOAL_MS = 20;
const LEAST_ROWS = 32;
const MOST_ROWS = 256;

export class TurnSize {
  #rows = MOST_ROWS;

  get rows(): number {
    return this.#rows;
  }

  /** A turn with so many took so long. Half of the way at a time: one slow sync of the disk is no measure. */
  learn(rows: number, ms: number): void {
    if (rows < LEAST_ROWS) return;
    const fitting = (rows * GOAL_MS) / Math.max(1, ms);
    this.#rows = Math.round(Math.min(MOST_ROWS, Math.max(LEAST_ROWS, (this.#rows + fitting) / 2)));
  }
}
