// Brings together what can be done on the canvas: the acts of cards and wires, the palette, the search, the tools.
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { CanvasActs } from './canvas-acts.ts';
import type { Desk, EditorSource } from './canvas-desk.ts';
import { disconnect } from './canvas-edits.ts';
import { centre, reveal } from './canvas-sight.ts';
import { toolsOf } from './canvas-tools.ts';
import { useLatest } from './use-latest.ts';
import { useOffer } from './use-offer.ts';
import type { CanvasGraph } from './use-graph.ts';

export function useCanvasEditor(
  source: EditorSource,
  graph: CanvasGraph,
  root: RefObject<HTMLDivElement | null>,
) {
  const desk: Desk = { source, graph, root, flow: useReactFlow() };
  const now = useLatest(desk);
  const [searching, setSearching] = useState(false);
  const { open, leave: closeOffer, offered } = useOffer(desk, now);
  const leave = useCallback(() => {
    setSearching(false);
    closeOffer();
  }, [closeOffer]);
  const showChosen = useRevealed(source, now);
  useFollowed(source, now);

  const acts: CanvasActs = useMemo(
    () => ({
      readOnly: source.readOnly,
      offer: open,
      cut: (from, exit) => {
        const { entries, onChange } = now.current.source;
        onChange([disconnect(from, exit, entries)]);
      },
    }),
    [source.readOnly, open, now],
  );
  const search = {
    onShow: (id: string) => centre(desk, id),
    onPick: (id: string) => {
      source.onSelect([id]);
      leave();
    },
    onLeave: leave,
  };
  const tools = toolsOf(desk, { open, leave, find: () => setSearching(true) });
  return { acts, open, offered, search: searching ? search : undefined, tools, showChosen };
}

export type CanvasEditor = ReturnType<typeof useCanvasEditor>;

/** A step that becomes the only chosen one is brought into sight: the panel opens over a part of the canvas. */
function useRevealed({ selected }: EditorSource, now: RefObject<Desk>): () => void {
  const only = selected.length === 1 ? selected[0] : undefined;
  const show = useCallback(() => {
    if (only !== undefined) reveal(now.current, only);
  }, [only, now]);
  useEffect(show, [show]);
  return show;
}

/** The step where a run or a play stands is kept in sight. */
function useFollowed({ overlay }: EditorSource, now: RefObject<Desk>): void {
  const active = overlay?.active;
  useEffect(() => {
    if (active !== undefined)
      reveal(now.current, active, now.current.source.selected.length === 1 ? undefined : 0);
  }, [active, now]);
}
