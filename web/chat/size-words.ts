// The size of a file as people say it.

/** @example sizeWords(1_500_000) // '1.5 MB' */
export function sizeWords(bytes: number): string {
  const [unit, size] = units.findLast(([, least]) => bytes >= least) ?? ['B', 1];
  return `${Math.round((bytes / size) * 10) / 10} ${unit}`;
}

const units = [
  ['B', 1],
  ['kB', 1000],
  ['MB', 1_000_000],
] as const;
