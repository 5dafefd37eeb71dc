// The wire from an exit to a step; chosen, it offers to put a step in between or to be cut.
import { BaseEdge, EdgeLabelRenderer, getBezierPath } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { Plus, Scissors } from 'lucide-react';
import { memo } from 'react';
import { useCanvasActs } from './canvas-acts.ts';
import type { Wire } from './to-graph.ts';
import './wire-line.css';

export const WireLine = memo(function WireLine(props: EdgeProps<Wire>) {
  const { id, source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, selected, data } = props;
  const { readOnly, offer, cut } = useCanvasActs();
  const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
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
          <div className="wire-label nodrag nopan" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
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
