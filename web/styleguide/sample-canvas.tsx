// The canvas with a flow that lives only in this page, with undo, a run to lay over it and a panel.
import { useState } from 'react';
import type { CanvasStep, PaletteEntry } from '../canvas/canvas-model.ts';
import type { Direction } from '../canvas/card-geometry.ts';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { applyCanvasChanges } from './apply-canvas-changes.ts';
import type { SampleFlow } from './apply-canvas-changes.ts';
import { sampleOverlay, sampleProblems } from './sample-flow.ts';
import { samplePalette } from './sample-palette.ts';
import { usePast } from './use-past.ts';

export interface SampleCanvasProps {
  flow: SampleFlow;
  withRun?: boolean;
  readOnly?: boolean;
  direction?: Direction;
  selected?: readonly string[];
}

export function SampleCanvas(props: SampleCanvasProps) {
  const { now, change, undo, redo } = usePast(props.flow);
  const [selected, setSelected] = useState(props.selected ?? []);
  return (
    <FlowCanvas
      steps={now.steps}
      entries={now.entries}
      palette={samplePalette}
      selected={selected}
      onSelect={setSelected}
      onChange={(changes) => change(applyCanvasChanges(now, changes))}
      onUndo={undo}
      onRedo={redo}
      problems={sampleProblems}
      overlay={props.withRun ? sampleOverlay : undefined}
      readOnly={props.readOnly ?? false}
      direction={props.direction ?? 'right'}
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
