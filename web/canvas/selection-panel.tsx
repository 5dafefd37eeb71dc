// What the panel shows: the one chosen step, or what can be done with several.
import { Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import type { CanvasStep } from './canvas-model.ts';
import { StepPanel } from './step-panel.tsx';
import type { EditorSource } from './canvas-desk.ts';
import type { CanvasEditor } from './use-canvas-editor.ts';
import type { CanvasGraph } from './use-graph.ts';

export interface SelectionPanelProps {
  source: EditorSource;
  graph: CanvasGraph;
  editor: CanvasEditor;
  panel: ((step: CanvasStep) => ReactNode) | undefined;
}

export function SelectionPanel({ source, graph, editor, panel }: SelectionPanelProps) {
  const { steps, selected, problems, overlay, readOnly, onChange, onSelect } = source;
  const chosen = steps.filter((step) => selected.includes(step.id));
  const [step] = chosen;
  if (step === undefined) return null;
  if (chosen.length > 1) return <SeveralChosen count={chosen.length} editor={editor} readOnly={readOnly} />;
  return (
    <StepPanel
      step={step}
      kind={graph.kinds.get(step.type)}
      problems={problems.filter((problem) => problem.step === step.id && problem.beside !== true)}
      run={
        overlay === undefined
          ? undefined
          : (overlay.steps[step.id] ?? { visited: 0, ok: 0, failed: 0, visits: [] })
      }
      readOnly={readOnly}
      onRename={(label) => onChange([{ is: 'set-step', id: step.id, label }])}
      onDuplicate={editor.tools.duplicate}
      onRemove={editor.tools.remove}
      onClose={() => onSelect([])}
    >
      {panel?.(step)}
    </StepPanel>
  );
}

function SeveralChosen({
  count,
  editor,
  readOnly,
}: {
  count: number;
  editor: CanvasEditor;
  readOnly: boolean;
}) {
  return (
    <div className="several-chosen" role="status">
      <strong>{count} steps chosen</strong>
      {readOnly ? null : (
        <>
          <Button size="small" icon={<Copy size={14} aria-hidden />} onClick={editor.tools.duplicate}>
            Duplicate
          </Button>
          <Button size="small" icon={<Trash2 size={14} aria-hidden />} onClick={editor.tools.remove}>
            Delete
          </Button>
        </>
      )}
    </div>
  );
}
