// The path of a sparkline: zero is the floor, so that small never looks large.
const EDGE = 2;

export interface SparklinePath {
  line: string;
  area: string;
}

/** No value is a flat line on the floor, one value a flat line at the top; negative values lie on the floor. */
export function sparklinePath(values: readonly number[], width: number, height: number): SparklinePath {
  const shown = values.length === 0 ? [0, 0] : values.length === 1 ? [...values, ...values] : values;
  const most = Math.max(1, ...shown);
  const across = (width - 2 * EDGE) / (shown.length - 1);
  const floor = height - EDGE;
  const points = shown.map((value, place) => {
    const up = (Math.max(0, value) / most) * (height - 2 * EDGE);
    return `${round(EDGE + place * across)} ${round(floor - up)}`;
  });
  const line = `M${points.join('L')}`;
  return { line, area: `${line}L${width - EDGE} ${floor}L${EDGE} ${floor}Z` };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
