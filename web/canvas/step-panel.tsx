// The panel for the chosen step: its name, its problems, its settings (given from outside) and what runs did in it.
import { Copy, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { CanvasProblem, CanvasStep, PaletteEntry, StepRun } from './canvas-model.ts';
import { KindIcon } from './step-palette.tsx';
import { StepVisits } from './step-visits.tsx';

export interface StepPanelProps {
  step: CanvasStep;
  kind: PaletteEntry | undefined;
  problems: readonly CanvasProblem[];
  run: StepRun | undefined;
  readOnly: boolean;
  onRename: (label: string) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onClose: () => void;
  /** The form for the step's settings. */
  children: ReactNode;
}

export function StepPanel(props: StepPanelProps) {
  const { problems, run, children } = props;
  const settings = (
    <div className="step-panel-settings">
      {problems.map((problem) => (
        <ProblemNote key={problem.says} problem={problem} look="box" />
      ))}
      {children}
    </div>
  );
  return (
    <aside className="step-panel" aria-label="Chosen step" data-own-keys>
      <PanelHead {...props} />
      <div className="step-panel-body">
        {run === undefined ? (
          settings
        ) : (
          <Tabs
            label="Parts of the step"
            tabs={[
              { value: 'run', label: 'Run', count: run.visited, content: <StepVisits run={run} /> },
              { value: 'settings', label: 'Settings', content: settings },
            ]}
          />
        )}
      </div>
    </aside>
  );
}

function PanelHead({ step, kind, readOnly, onRename, onDuplicate, onRemove, onClose }: StepPanelProps) {
  const acts = [
    { label: 'Duplicate', keys: 'Ctrl D', icon: <Copy size={14} aria-hidden />, onClick: onDuplicate },
    { label: 'Delete', keys: 'Del', icon: <Trash2 size={14} aria-hidden />, onClick: onRemove },
  ];
  return (
    <header className="step-panel-head">
      <KindIcon kind={kind} />
      <StepName key={step.id} step={step} kind={kind} readOnly={readOnly} onRename={onRename} />
      {readOnly ? null : acts.map((act) => <IconButton key={act.label} size="small" {...act} />)}
      <IconButton
        size="small"
        label="Close"
        keys="Esc"
        icon={<X size={15} aria-hidden />}
        onClick={onClose}
      />
    </header>
  );
}

interface StepNameProps {
  step: CanvasStep;
  kind: PaletteEntry | undefined;
  readOnly: boolean;
  onRename: (label: string) => void;
}

/** Kept here while typing and given out when left: one name is one step of undo, not one per letter. */
function StepName({ step, kind, readOnly, onRename }: StepNameProps) {
  const [name, setName] = useState(step.label ?? '');
  const give = () => (name.trim() === (step.label ?? '') ? undefined : onRename(name.trim()));
  const label = kind?.label ?? step.type;
  return (
    <span className="step-panel-name">
      <input
        aria-label="Name of the step"
        value={name}
        placeholder={label}
        readOnly={readOnly}
        onChange={(event) => setName(event.target.value)}
        onBlur={give}
        onKeyDown={(event) => (event.key === 'Enter' ? event.currentTarget.blur() : undefined)}
      />
      <small>{label}</small>
    </span>
  );
}
