// A row of numbers as a small line; said in words for those who do not see it.
import { sparklinePath } from './sparkline-path.ts';
import './sparkline.css';

export interface SparklineProps {
  values: readonly number[];
  /** What it shows: "Events per hour, last 24 hours". */
  label: string;
  width?: number;
  height?: number;
}

export function Sparkline({ values, label, width = 120, height = 32 }: SparklineProps) {
  const { line, area } = sparklinePath(values, width, height);
  const words =
    values.length === 0
      ? `${label}: nothing yet`
      : `${label}: ${values.at(-1)} now, at most ${Math.max(...values)}`;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={words}
    >
      <path className="sparkline-area" d={area} />
      <path className="sparkline-line" d={line} />
    </svg>
  );
}
