// The wire from an exit to a step; chosen, it offers to put a step in between or to be cut.
import { BaseEdge, EdgeLabelRenderer } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { Plus, Scissors } from 'lucide-react';
import { memo } from 'react';
import { useCanvasActs } from './canvas-acts.ts';
import { HANDLE } from './to-graph.ts';
import type { Wire } from './to-graph.ts';
import { wirePath } from './wire-path.ts';
import './wire-line.css';

/** xyflow ends a wire at the outer edge of a handle; ours reach far over the card's border to be hit easily, so it goes further in. */
export const WireLine = memo(function WireLine(props: EdgeProps<Wire>) {
  const { id, source, target, sourceX, sourceY, targetX, targetY, selected, data } = props;
  const { readOnly, offer, cut } = useCanvasActs();
  const direction = data?.direction ?? 'right';
  const inset = direction === 'right' ? { x: HANDLE / 2, y: 0 } : { x: 0, y: HANDLE / 2 };
  const from = { x: sourceX - inset.x, y: sourceY - inset.y };
  const { path, label } = wirePath(from, { x: targetX + inset.x, y: targetY + inset.y }, data?.lane, direction);
  const exit = data?.exit ?? '';
  const taken = data?.taken;
  const offersActs = selected === true && !readOnly;
  return (
    <>
      <g className="wire-line" data-selected={selected || undefined} data-taken={(taken ?? 0) > 0 || undefined} data-dim={data?.dim || undefined}>
        <BaseEdge id={id} path={path} interactionWidth={16} />
      </g>
      {offersActs || (taken ?? 0) > 0 ? (
        <EdgeLabelRenderer>
          <div className="wire-label nodrag nopan" style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}>
            {offersActs ? (
              <>
                <button
                  type="button"
                  aria-label="Put a step in between"
                  onClick={(event) => offer({ from: source, exit, before: target }, { x: event.clientX, y: event.clientY })}
                >
                  <Plus size={13} strokeWidth={2.4} aria-hidden />
                </button>
                <button type="button" aria-label="Cut this wire" onClick={() => cut(source, exit)}>
                  <Scissors size={13} strokeWidth={2} aria-hidden />
                </button>
              </>
            ) : (
              <span className="wire-count">{taken}</span>
            )}
          </div>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});
