// The head of rows that are edited in place; every cell carries its own label for those who do not see it.
export function RowsHead({ cells, count }: { cells: readonly string[]; count: number }) {
  return (
    <div className="rows-editor-head" data-cells={count} aria-hidden>
      {cells.map((cell) => (
        <span key={cell}>{cell}</span>
      ))}
    </div>
  );
}
