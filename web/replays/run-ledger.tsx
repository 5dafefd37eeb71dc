// What a run has done that lasts, and how it was replayed: folded away until somebody asks.
import { useOperation } from '../server-state/use-operation.ts';
import { Badge } from '../ui/badge.tsx';
import { RerunLine } from './rerun-line.tsx';
import './replay.css';

export function RunLedger({ runId }: { runId: string }) {
  const { data } = useOperation('getLedger', { runId });
  if (data === undefined || data.effects.length + data.reruns.length === 0) return null;
  return (
    <details className="run-ledger">
      <summary>
        What it has done ({data.effects.length})
        {data.reruns.length === 0
          ? null
          : `, replayed ${data.reruns.length === 1 ? 'once' : `${data.reruns.length} times`}`}
      </summary>
      <ul className="replay-list">
        {data.effects.map(({ key, what, says, isDone, isSkipped }) => (
          <li key={key}>
            <span />
            <span>{what}</span>
            <span className="replay-says">{says}</span>
            <Badge tone={isDone ? 'ok' : 'bad'}>
              {isSkipped ? 'Done before' : isDone ? 'Done' : 'Not done'}
            </Badge>
          </li>
        ))}
      </ul>
      {data.reruns.map((line) => (
        <RerunLine key={line.rerunId} line={line} />
      ))}
    </details>
  );
}
