// A comment on the canvas.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { StepNode } from './to-graph.ts';
import './step-card.css';

export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<StepNode>) {
  const text = data.kind?.summary(data.step.settings) ?? '';
  return (
    <div className="note-card" data-selected={selected || undefined}>
      {text === '' ? <em>An empty comment</em> : text}
    </div>
  );
});
