// A live list that does not jump: what is shown stays where it is, what is new is counted until it is let in.

export interface Identified {
  readonly id: string;
}

export interface CalmRows<Row> {
  readonly shown: readonly Row[];
  readonly fresh: number;
}

/**
 * Ids grow with time. Rows that are shown take their newest state; rows newer than all of them wait outside.
 *
 * @param newest The answer's rows, newest first.
 * @param top The newest id that was let in; undefined lets all in.
 */
export function calmRows<Row extends Identified>(
  before: readonly Row[],
  newest: readonly Row[],
  top: string | undefined,
): CalmRows<Row> {
  if (top === undefined) return { shown: newest, fresh: 0 };
  const known = new Map(newest.map((row) => [row.id, row]));
  // What the newest page has pushed out is still being read by somebody.
  const shown = before.map((row) => known.get(row.id) ?? row);
  const fresh = newest.filter((row) => row.id > top).length;
  return { shown, fresh };
}
