// The list of step types that opens where a step shall stand; behind an exit it also offers the steps already there.
import { CornerDownRight } from 'lucide-react';
import { useMemo } from 'react';
import type { FocusEvent } from 'react';
import { SearchList } from '../ui/search-list.tsx';
import type { SearchItem } from '../ui/search-list.tsx';
import type { CanvasStep, PaletteEntry } from './canvas-model.ts';
import type { Kinds } from './arrange.ts';

export interface StepPaletteProps {
  palette: readonly PaletteEntry[];
  kinds: Kinds;
  /** Steps a wire may be led to; empty where nothing hangs on an exit. */
  goals: readonly CanvasStep[];
  at: { left: number; top: number };
  onKind: (kind: PaletteEntry) => void;
  onGoal: (step: CanvasStep) => void;
  onLeave: () => void;
}

type Offered = SearchItem & { pick: () => void };

export function StepPalette({ palette, kinds, goals, at, onKind, onGoal, onLeave }: StepPaletteProps) {
  const items = useMemo((): Offered[] => {
    const fresh = palette.map((kind) => ({
      id: `new-${kind.type}`,
      group: kind.group,
      label: kind.label,
      about: kind.about,
      ...(kind.keywords === undefined ? {} : { keywords: kind.keywords }),
      icon: <KindIcon kind={kind} />,
      pick: () => onKind(kind),
    }));
    const there = goals.map((step) => ({
      id: `goal-${step.id}`,
      group: 'Lead to a step that is there',
      label: step.label ?? kinds.get(step.type)?.label ?? step.type,
      about: kinds.get(step.type)?.summary(step.settings) ?? '',
      icon: <CornerDownRight size={16} aria-hidden />,
      pick: () => onGoal(step),
    }));
    return [...fresh, ...there];
  }, [palette, kinds, goals, onKind, onGoal]);
  return (
    <div
      className="step-palette"
      style={at}
      data-own-keys
      onBlur={(event) => (holds(event) ? undefined : onLeave())}
    >
      <SearchList
        label="Steps"
        placeholder="What comes next?"
        items={items}
        onPick={(item) => item.pick()}
        onLeave={onLeave}
      />
    </div>
  );
}

export function KindIcon({ kind }: { kind: PaletteEntry | undefined }) {
  if (kind === undefined) return null;
  return (
    <span className="kind-icon" data-tone={kind.tone}>
      <kind.icon size={15} strokeWidth={2} />
    </span>
  );
}

function holds(event: FocusEvent<HTMLElement>): boolean {
  return event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
}
