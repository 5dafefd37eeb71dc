// Finds a step by its name or what it does; the canvas follows the highlighted one.
import { useMemo } from 'react';
import { SearchList } from '../ui/search-list.tsx';
import type { Kinds } from './arrange.ts';
import type { CanvasStep } from './canvas-model.ts';
import { KindIcon } from './step-palette.tsx';

export interface StepSearchProps {
  steps: readonly CanvasStep[];
  kinds: Kinds;
  onShow: (id: string) => void;
  onPick: (id: string) => void;
  onLeave: () => void;
}

export function StepSearch({ steps, kinds, onShow, onPick, onLeave }: StepSearchProps) {
  const items = useMemo(
    () =>
      steps.map((step) => {
        const kind = kinds.get(step.type);
        const summary = kind?.summary(step.settings) ?? '';
        return {
          id: step.id,
          group: `${steps.length} steps`,
          label: step.label ?? kind?.label ?? step.type,
          about: summary,
          keywords: [step.id, kind?.label ?? step.type],
          icon: <KindIcon kind={kind} />,
        };
      }),
    [steps, kinds],
  );
  return (
    <div className="step-search" data-own-keys>
      <SearchList
        label="Find a step"
        placeholder="Find a step"
        items={items}
        onHighlight={(item) => (item === undefined ? undefined : onShow(item.id))}
        onPick={(item) => onPick(item.id)}
        onLeave={onLeave}
      />
    </div>
  );
}
