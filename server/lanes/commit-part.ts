// One part of a batch's commit: the columns of its rows, and the statement that writes them.
import type { Columns } from '../database/column-arrays.ts';

interface Part<These extends Columns> {
  readonly columns: These;
  /** `$rows` stands for the rows, called r; `$seq` for all values of a column of this name. */
  readonly sql: string;
}

export function part<const These extends Columns>(columns: These, sql: string): Part<These> {
  return { columns, sql };
}
