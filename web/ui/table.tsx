// Rows of one kind of thing, with its loading, empty and failed state; on phones each row becomes a small card.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { Problem } from './problem-note.tsx';
import { Skeleton } from './skeleton.tsx';
import { sortRows } from './sort-rows.ts';
import type { Sorting, SortValue } from './sort-rows.ts';
import './table.css';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable by this value. */
  sortBy?: (row: Row) => SortValue;
  align?: 'start' | 'end';
  width?: number | string;
}

export interface TableProps<Row> {
  /** What it lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  /** undefined while loading. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  empty: ReactNode;
  problem?: Problem;
  onRetry?: () => void;
  sorting?: Sorting;
  /** Wraps the first cell in what opens the row (a Link or a button); the whole row then answers the pointer. */
  opener?: (row: Row, content: ReactNode) => ReactNode;
  /** Marks rows, for instance the one that is open beside the list. */
  isChosen?: (row: Row) => boolean;
}

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, empty, problem, onRetry } = props;
  const [sorting, setSorting] = useState(props.sorting);
  const sorted = useMemo(() => {
    const value = columns.find((column) => column.key === sorting?.column)?.sortBy;
    if (rows === undefined || sorting === undefined || value === undefined) return rows;
    return sortRows(rows, value, sorting.descending);
  }, [rows, columns, sorting]);

  if (problem !== undefined) {
    const retry = onRetry === undefined ? null : <Button onClick={onRetry}>Try again</Button>;
    return <ProblemNote look="box" problem={problem} act={retry} />;
  }
  if (rows?.length === 0) return empty;
  return (
    <div className="table-frame">
      <table className="table" aria-label={label} aria-busy={rows === undefined || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted === undefined ? <LoadingRows columns={columns} /> : <Rows {...props} rows={sorted} />}
        </tbody>
      </table>
    </div>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: (sorting: Sorting) => void;
}

function HeadCell<Row>({ column, sorting, onSort }: HeadCellProps<Row>) {
  const active = sorting?.column === column.key ? sorting : undefined;
  const sortable = column.sortBy !== undefined;
  const direction = active === undefined ? 'none' : active.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      data-align={column.align}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={sortable ? direction : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className="table-sort"
          onClick={() =>
            onSort({ column: column.key, descending: active !== undefined && !active.descending })
          }
        >
          {column.label}
          {active === undefined ? null : active.descending ? (
            <ArrowDown size={12} aria-hidden />
          ) : (
            <ArrowUp size={12} aria-hidden />
          )}
        </button>
      ) : column.label === '' ? (
        <span className="unseen">Acts</span>
      ) : (
        column.label
      )}
    </th>
  );
}

function Rows<Row>({ columns, rows, rowKey, opener, isChosen }: TableProps<Row> & { rows: readonly Row[] }) {
  return rows.map((row) => (
    <tr
      key={rowKey(row)}
      data-opens={opener === undefined ? undefined : true}
      data-chosen={isChosen?.(row) || undefined}
    >
      {columns.map((column, place) => (
        <td
          key={column.key}
          data-align={column.align}
          data-label={column.label}
          data-first={place === 0 || undefined}
        >
          {place === 0 && opener !== undefined ? opener(row, column.cell(row)) : column.cell(row)}
        </td>
      ))}
    </tr>
  ));
}

const LOADING_ROWS = [72, 56, 64, 48, 60];

function LoadingRows<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return LOADING_ROWS.map((width) => (
    <tr key={width}>
      {columns.map((column, place) => (
        <td key={column.key} data-label={column.label} data-first={place === 0 || undefined}>
          <Skeleton width={`${place === 0 ? width : width / 1.5}%`} />
        </td>
      ))}
    </tr>
  ));
}
