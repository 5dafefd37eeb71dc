// Grey lines in the shape of what is being loaded.
import './skeleton.css';

export function Skeleton({ width = '100%', height = 12 }: { width?: number | string; height?: number }) {
  return <span className="skeleton" style={{ width, height }} aria-hidden />;
}
