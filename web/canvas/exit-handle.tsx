// The end of an exit: drag a wire from it, or press it to choose what comes next.
import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import type { StepExit } from './canvas-model.ts';
import { useCanvasActs } from './canvas-acts.ts';
import { exitPlace } from './card-geometry.ts';
import type { Direction, Size } from './card-geometry.ts';

export interface ExitHandleProps {
  step: string;
  exit: StepExit;
  at: number;
  count: number;
  size: Size;
  direction: Direction;
  isOpen: boolean;
  /** Only the chosen card's exits are tab stops: 500 cards would make a page nobody can tab through. */
  reachable: boolean;
}

export function ExitHandle({ step, exit, at, count, size, direction, isOpen, reachable }: ExitHandleProps) {
  const { offer, readOnly } = useCanvasActs();
  const { x, y } = exitPlace(at, count, size, direction);
  const open = (target: Element) => {
    const box = target.getBoundingClientRect();
    offer({ from: step, exit: exit.name }, { x: box.right + 8, y: box.top });
  };
  return (
    <Handle
      id={exit.name}
      type="source"
      position={direction === 'right' ? Position.Right : Position.Bottom}
      className="exit-handle"
      data-open={isOpen || undefined}
      style={{ left: x, top: y }}
      isConnectable={!readOnly}
      {...(readOnly
        ? {}
        : {
            role: 'button',
            tabIndex: reachable ? 0 : -1,
            'aria-label': `Exit ${exit.label}: choose what comes next`,
            onClick: (event) => open(event.currentTarget),
            onKeyDown: (event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              event.stopPropagation();
              open(event.currentTarget);
            },
          })}
    >
      {isOpen && !readOnly ? <Plus size={10} strokeWidth={3} aria-hidden /> : null}
    </Handle>
  );
}
