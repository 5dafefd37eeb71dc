// What sets the flow going, drawn before its first step.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { ENTRY_EXIT } from './canvas-model.ts';
import { sizeWithExits } from './card-geometry.ts';
import { ExitHandle } from './exit-handle.tsx';
import type { EntryNode } from './to-graph.ts';
import './step-card.css';

const EXIT = { name: ENTRY_EXIT, label: 'Start' };

export const EntryCard = memo(function EntryCard({ data }: NodeProps<EntryNode>) {
  const { entry, direction } = data;
  return (
    <div className="step-card entry-card" data-tone="entry" data-direction={direction}>
      <div className="step-card-head">
        <span className="step-card-icon">
          <entry.icon size={17} strokeWidth={1.9} />
        </span>
        <span className="step-card-words">
          <strong>{entry.label}</strong>
          <small>{entry.summary}</small>
        </span>
      </div>
      <ExitHandle
        step={entry.id}
        exit={EXIT}
        at={0}
        count={1}
        size={sizeWithExits([EXIT], direction)}
        direction={direction}
        isOpen={entry.to === null}
        reachable
      />
    </div>
  );
});
