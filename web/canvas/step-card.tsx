// One step as a card: icon, title, what it does in one line, and its exits.
import { Handle, Position } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { Check, CircleHelp, X } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { cardSize, entrance } from './card-geometry.ts';
import { useCanvasActs } from './canvas-acts.ts';
import type { StepRun } from './canvas-model.ts';
import { ExitHandle } from './exit-handle.tsx';
import { ENTRANCE } from './to-graph.ts';
import type { StepData, StepNode } from './to-graph.ts';
import './step-card.css';

export const StepCard = memo(function StepCard({ data, selected }: NodeProps<StepNode>) {
  const { step, kind, direction, problems, onlyWarned, run, active } = data;
  const { readOnly } = useCanvasActs();
  const size = cardSize(step, kind, direction);
  const Icon = kind?.icon ?? CircleHelp;
  const enter = entrance(size, direction);
  return (
    <div
      className="step-card"
      data-tone={kind?.tone ?? 'data'}
      data-selected={selected || undefined}
      data-problem={problems === 0 ? undefined : onlyWarned ? 'warning' : 'problem'}
      data-run={runWord(run)}
      data-active={active || undefined}
      data-direction={direction}
    >
      <Handle
        id={ENTRANCE}
        type="target"
        position={direction === 'right' ? Position.Left : Position.Top}
        className="entrance-handle"
        style={{ left: enter.x, top: enter.y }}
        isConnectable={!readOnly}
      />
      <CardHead data={data} icon={<Icon size={17} strokeWidth={1.9} />} />
      <CardExits data={data} reachable={selected} />
      {problems > 0 ? <ProblemMark count={problems} onlyWarned={onlyWarned} /> : null}
      {run === undefined || run === null ? null : <RunMark run={run} />}
    </div>
  );
});

/** Names stand on the card only where there is a choice; the ends of the wires are always there. */
function CardExits({ data, reachable }: { data: StepData; reachable: boolean }) {
  const { step, kind, exits, direction } = data;
  const size = cardSize(step, kind, direction);
  return (
    <>
      {exits.length < 2 ? null : (
        <ul className="step-card-exits">
          {exits.map((exit) => (
            <li key={exit.name}>{exit.label}</li>
          ))}
        </ul>
      )}
      {exits.map((exit, at) => (
        <ExitHandle
          key={exit.name}
          step={step.id}
          exit={exit}
          at={at}
          count={exits.length}
          size={size}
          direction={direction}
          isOpen={(step.exits[exit.name] ?? null) === null}
          reachable={reachable}
        />
      ))}
    </>
  );
}

function ProblemMark({ count, onlyWarned }: { count: number; onlyWarned: boolean }) {
  const word = `${onlyWarned ? 'warning' : 'problem'}${count === 1 ? '' : 's'}`;
  return (
    <span className="step-card-problems" title={`${count} ${word}`}>
      {count}
      <span className="unseen">{word}</span>
    </span>
  );
}

function CardHead({ data, icon }: { data: StepData; icon: ReactNode }) {
  const { step, kind } = data;
  const label = kind?.label ?? step.type;
  const summary = kind === undefined ? 'This kind of step is not known here.' : kind.summary(step.settings);
  return (
    <div className="step-card-head">
      <span className="step-card-icon">{icon}</span>
      <span className="step-card-words">
        <strong>{step.label ?? label}</strong>
        <small>{summary === '' ? label : summary}</small>
      </span>
    </div>
  );
}

function RunMark({ run }: { run: StepRun }) {
  return (
    <span className="step-card-run">
      {run.ok > 0 ? (
        <span data-is="ok">
          <Check size={11} strokeWidth={3} aria-label="went well" /> {run.ok}
        </span>
      ) : null}
      {run.failed > 0 ? (
        <span data-is="failed">
          <X size={11} strokeWidth={3} aria-label="failed" /> {run.failed}
        </span>
      ) : null}
    </span>
  );
}

function runWord(run: StepRun | null | undefined): string | undefined {
  if (run === undefined) return undefined;
  if (run === null || run.visited === 0) return 'none';
  return run.failed > 0 ? 'failed' : 'ok';
}
