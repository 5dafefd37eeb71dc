// A flow being edited: the canvas over a draft, with the form of the chosen step and what the check says of it.
import { CirclePlay } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { FlowSide } from '@bellwire/model/step-type.ts';
import type { CanvasEntry, RunOverlay } from '../canvas/canvas-model.ts';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import type { Surroundings } from '../settings-form/surroundings.ts';
import { within } from '../settings-form/within.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toCanvasProblems, toCanvasSteps, toFlowChanges, wholeFlowProblems } from './canvas-steps.ts';
import { paletteFor } from './palette.ts';
import { StepSettings } from './step-settings.tsx';
import './flow-editor.css';
import type { Told } from '../server-state/problem-words.ts';

export interface FlowEditorProps {
  graph: FlowGraph;
  side: FlowSide;
  surroundings: Surroundings;
  /** Their paths begin at the flow: `['steps', 0, 'settings', 'url']`. */
  complaints: readonly Told[];
  onChange: (changes: readonly FlowChange[]) => void;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
  /** What sets the flow going; all of it leads to the flow's start. */
  entries?: readonly Omit<CanvasEntry, 'to'>[];
  overlay?: RunOverlay;
  readOnly?: boolean;
  /** The step that is chosen at first, and again whenever another one is named. */
  chosen?: string | undefined;
}

const PLAIN_START = [{ id: 'start', label: 'Start', summary: 'The flow begins here', icon: CirclePlay }];

export function FlowEditor(props: FlowEditorProps) {
  const { graph, side, complaints, onChange, readOnly = false, overlay } = props;
  const [selected, setSelected] = useState<readonly string[]>([]);
  useEffect(() => {
    if (props.chosen !== undefined) setSelected([props.chosen]);
  }, [props.chosen]);
  const steps = useMemo(() => toCanvasSteps(graph), [graph]);
  const problems = useMemo(() => toCanvasProblems(graph, complaints), [graph, complaints]);
  const entries = useEntries(props.entries, graph.start);
  const whole = wholeFlowProblems(complaints);
  return (
    <div className="flow-editor">
      <FlowCanvas
        steps={steps}
        entries={entries}
        palette={paletteFor(side)}
        selected={selected}
        onSelect={setSelected}
        onChange={(changes) => onChange(toFlowChanges(changes))}
        onUndo={props.onUndo}
        onRedo={props.onRedo}
        problems={problems}
        overlay={overlay}
        readOnly={readOnly}
        panel={(step) => <ChosenStep key={step.id} {...props} id={step.id} />}
      />
      {whole.length === 0 || readOnly ? null : (
        <div className="flow-editor-whole" role="status">
          {whole.map((problem) => (
            <ProblemNote key={problem.says} problem={problem} />
          ))}
        </div>
      )}
    </div>
  );
}

function ChosenStep({
  id,
  graph,
  surroundings,
  complaints,
  onChange,
  readOnly = false,
}: FlowEditorProps & { id: string }) {
  const index = graph.steps.findIndex((step) => step.id === id);
  const step = graph.steps[index];
  if (step === undefined) return null;
  return (
    <StepSettings
      step={step}
      surroundings={surroundings}
      complaints={within(complaints, ['steps', index, 'settings'])}
      readOnly={readOnly}
      onChange={(settings) => onChange([{ is: 'set-step', id, settings }])}
    />
  );
}

function useEntries(given: FlowEditorProps['entries'], start: string | null): CanvasEntry[] {
  return useMemo(() => {
    const shown = given === undefined || given.length === 0 ? PLAIN_START : given;
    return shown.map((entry) => ({ ...entry, to: start }));
  }, [given, start]);
}
