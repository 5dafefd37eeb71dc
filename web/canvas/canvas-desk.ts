// What every act on the canvas needs at hand: the given steps, what is drawn of them, and the view.
import type { ReactFlowInstance } from '@xyflow/react';
import type { RefObject } from 'react';
import type { CanvasChange, CanvasStep } from './canvas-model.ts';
import type { CanvasGraph, GraphSource } from './use-graph.ts';

export interface EditorSource extends GraphSource {
  readOnly: boolean;
  onSelect: (ids: readonly string[]) => void;
  onChange: (changes: readonly CanvasChange[]) => void;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
}

export interface Desk {
  source: EditorSource;
  graph: CanvasGraph;
  flow: ReactFlowInstance;
  root: RefObject<HTMLDivElement | null>;
}

export function chosenSteps({ steps, selected }: EditorSource): readonly CanvasStep[] {
  return steps.filter((step) => selected.includes(step.id));
}

export function idsOf(steps: readonly CanvasStep[]): string[] {
  return steps.map((step) => step.id);
}
