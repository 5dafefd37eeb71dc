// Sorts a table's rows by what a column says of them; empty values are last in both directions.
export type SortValue = string | number | null;

export interface Sorting {
  column: string;
  descending: boolean;
}

export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  descending: boolean,
): Row[] {
  const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const turn = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = value(one);
    const b = value(other);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return turn * (a - b);
    return turn * words.compare(String(a), String(b));
  });
}
