// A flow being edited: the canvas over a draft, with the form of the chosen step and what the check says of it.
import { CirclePlay, Play as PlayIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import type { FlowKind, FlowGraph } from '@bellwire/model/flow.ts';
import type { FlowSide } from '@bellwire/model/step-type.ts';
import type { CanvasEntry, RunOverlay } from '../canvas/canvas-model.ts';
import { FlowCanvas } from '../canvas/flow-canvas.tsx';
import type { Surroundings } from '../settings-form/surroundings.ts';
import { within } from '../settings-form/within.ts';
import type { PlayGround } from '../play/play-ground.ts';
import { playOverlay } from '../play/play-overlay.ts';
import { PlayPanel } from '../play/play-panel.tsx';
import { usePlay } from '../play/use-play.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toCanvasProblems, toCanvasSteps, toFlowChanges, wholeFlowProblems } from './canvas-steps.ts';
import { paletteFor } from './palette.ts';
import { StepSettings } from './step-settings.tsx';
import './flow-editor.css';
import type { Told } from '../server-state/problem-words.ts';

export interface FlowEditorProps {
  graph: FlowGraph;
  side: FlowSide;
  /** A flow where nothing is said. */
  kind?: FlowKind;
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
  /** What it can be played on; absent where it cannot. */
  ground?: PlayGround;
  /** The step that is chosen at first, and again whenever another one is named. */
  chosen?: string | undefined;
}

const PLAIN_START = [{ id: 'start', label: 'Start', summary: 'The flow begins here', icon: CirclePlay }];

export function FlowEditor(props: FlowEditorProps) {
  const { ground } = props;
  return ground === undefined ? <Editor {...props} /> : <PlayableEditor {...props} ground={ground} />;
}

/** The flow stays open to edits while it is played: a mended step shows at once. */
function PlayableEditor(props: FlowEditorProps & { ground: PlayGround }) {
  const { ground, graph } = props;
  const [playing, setPlaying] = useState(false);
  const play = usePlay(ground, graph);
  const [shown, setShown] = useState<string>();
  const overlay = useMemo(
    () => (!playing || play.played === undefined ? undefined : playOverlay(play.story, ground.isShown)),
    [playing, play.played, play.story, ground],
  );
  const open = (
    <Button icon={<PlayIcon size={14} aria-hidden />} onClick={() => setPlaying(true)}>
      Play
    </Button>
  );
  return (
    <div className="flow-editor-played" data-playing={playing || undefined}>
      <Editor
        {...props}
        chosen={shown ?? props.chosen}
        {...(overlay && { overlay })}
        act={playing ? undefined : open}
      />
      {playing ? (
        <PlayPanel
          ground={ground}
          graph={graph}
          play={play}
          onShow={setShown}
          onClose={() => {
            setPlaying(false);
            setShown(undefined);
          }}
        />
      ) : null}
    </div>
  );
}

function Editor(props: FlowEditorProps & { act?: ReactNode }) {
  const { graph, side, kind = 'flow', complaints, onChange, readOnly = false, overlay, act } = props;
  const [selected, setSelected] = useSelected(props.chosen);
  const steps = useMemo(() => toCanvasSteps(graph), [graph]);
  const problems = useMemo(() => toCanvasProblems(graph, complaints), [graph, complaints]);
  const entries = useEntries(props.entries, graph.start);
  return (
    <div className="flow-editor">
      <FlowCanvas
        steps={steps}
        entries={entries}
        palette={paletteFor(side, kind)}
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
      {act === undefined ? null : <div className="flow-editor-act">{act}</div>}
      {readOnly ? null : <WholeFlow complaints={complaints} />}
    </div>
  );
}

function WholeFlow({ complaints }: Pick<FlowEditorProps, 'complaints'>) {
  const whole = wholeFlowProblems(complaints);
  if (whole.length === 0) return null;
  return (
    <div className="flow-editor-whole" role="status">
      {whole.map((problem) => (
        <ProblemNote key={problem.says} problem={problem} />
      ))}
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

function useSelected(chosen: string | undefined) {
  const [selected, setSelected] = useState<readonly string[]>(chosen === undefined ? [] : [chosen]);
  const [seen, setSeen] = useState(chosen);
  if (chosen !== seen) {
    setSeen(chosen);
    if (chosen !== undefined) setSelected([chosen]);
  }
  return [selected, setSelected] as const;
}

function useEntries(given: FlowEditorProps['entries'], start: string | null): CanvasEntry[] {
  return useMemo(() => {
    const shown = given === undefined || given.length === 0 ? PLAIN_START : given;
    return shown.map((entry) => ({ ...entry, to: start }));
  }, [given, start]);
}
