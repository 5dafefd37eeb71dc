// The canvas with a flow that lives only in this page, with undo, a run to lay over it and a panel.
import { useState } from 'react';
import type { CanvasChange, CanvasStep, PaletteEntry } from '../canvas/canvas-model.ts';
import type { Direction } from '../canvas/card-geometry.ts';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { applyCanvasChanges } from './apply-canvas-changes.ts';
import type { SampleFlow } from './apply-canvas-changes.ts';
import { sampleOverlay, sampleProblems } from './sample-flow.ts';
import { samplePalette } from './sample-palette.ts';

export interface SampleCanvasProps {
  flow: SampleFlow;
  withRun?: boolean;
  readOnly?: boolean;
  direction?: Direction;
  selected?: readonly string[];
}

export function SampleCanvas({ flow, withRun = false, readOnly = false, direction = 'right', selected: first = [] }: SampleCanvasProps) {
  const [past, setPast] = useState<readonly SampleFlow[]>([flow]);
  const [future, setFuture] = useState<readonly SampleFlow[]>([]);
  const [selected, setSelected] = useState(first);
  const now = past.at(-1) ?? flow;
  const change = (changes: readonly CanvasChange[]) => {
    setPast([...past, applyCanvasChanges(now, changes)]);
    setFuture([]);
  };
  const undo = () => {
    setPast(past.slice(0, -1));
    setFuture([now, ...future]);
  };
  const redo = () => {
    setPast([...past, ...future.slice(0, 1)]);
    setFuture(future.slice(1));
  };
  return (
    <FlowCanvas
      steps={now.steps}
      entries={now.entries}
      palette={samplePalette}
      selected={selected}
      onSelect={setSelected}
      onChange={change}
      onUndo={past.length > 1 ? undo : undefined}
      onRedo={future.length > 0 ? redo : undefined}
      problems={sampleProblems}
      overlay={withRun ? sampleOverlay : undefined}
      readOnly={readOnly}
      direction={direction}
      panel={(step) => <StepFacts step={step} kind={samplePalette.find((kind) => kind.type === step.type)} />}
    />
  );
}

function StepFacts({ step, kind }: { step: CanvasStep; kind: PaletteEntry | undefined }) {
  return (
    <KeyValue
      facts={[
        ['Does', kind?.about ?? 'unknown'],
        ['Id', <code key="id">{step.id}</code>],
        ...Object.entries(step.settings).map(([name, value]) => [name, String(value) || '–'] as const),
      ]}
    />
  );
}
