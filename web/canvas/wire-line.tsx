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

export const WireLine = memo(function WireLine(props: EdgeProps<Wire>) {
  const { id, selected, data } = props;
  const { readOnly } = useCanvasActs();
  const { path, label } = wayOf(props);
  const wasTaken = (data?.taken ?? 0) > 0;
  const offersActs = selected === true && !readOnly;
  return (
    <>
      <g
        className="wire-line"
        data-selected={selected || undefined}
        data-taken={wasTaken || undefined}
        data-dim={data?.dim || undefined}
      >
        <BaseEdge id={id} path={path} interactionWidth={16} />
      </g>
      {offersActs || wasTaken ? (
        <EdgeLabelRenderer>
          <div
            className="wire-label nodrag nopan"
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          >
            {offersActs ? <WireActs {...props} /> : <span className="wire-count">{data?.taken}</span>}
          </div>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

function WireActs({ source, target, data }: EdgeProps<Wire>) {
  const { offer, cut } = useCanvasActs();
  const exit = data?.exit ?? '';
  return (
    <>
      <button
        type="button"
        aria-label="Put a step in between"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          offer({ from: source, exit, before: target }, { x: box.right + 8, y: box.top });
        }}
      >
        <Plus size={13} strokeWidth={2.4} aria-hidden />
      </button>
      <button type="button" aria-label="Cut this wire" onClick={() => cut(source, exit)}>
        <Scissors size={13} strokeWidth={2} aria-hidden />
      </button>
    </>
  );
}

/** xyflow ends a wire at the outer edge of a handle; ours reach far over the card's border to be hit easily, so it goes further in. */
function wayOf({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<Wire>) {
  const direction = data?.direction ?? 'right';
  const inset = direction === 'right' ? { x: HANDLE / 2, y: 0 } : { x: 0, y: HANDLE / 2 };
  const from = { x: sourceX - inset.x, y: sourceY - inset.y };
  const to = { x: targetX + inset.x, y: targetY + inset.y };
  return wirePath(from, to, data?.lane, direction);
}
