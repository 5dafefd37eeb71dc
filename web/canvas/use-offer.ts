// The palette while it is open: what it is for, what it offers, and what a choice does.
import { useCallback, useState } from 'react';
import type { RefObject } from 'react';
import { idsOf } from './canvas-desk.ts';
import type { Desk } from './canvas-desk.ts';
import { addStep, connect, freshId } from './canvas-edits.ts';
import type { Hook } from './canvas-edits.ts';
import type { CanvasStep, PaletteEntry, Place } from './canvas-model.ts';
import { middlePlace, withinCanvas } from './canvas-sight.ts';
import { CARD_WIDTH, cardSize } from './card-geometry.ts';
import { freePlace } from './free-place.ts';

interface Offer {
  /** Absent for a step that shall hang on nothing. */
  hook: Hook | undefined;
  /** Where the palette stands in the canvas. */
  at: { left: number; top: number };
  /** Where a wire was dropped. */
  position: Place | undefined;
}

/** From one card to the next in the direction of the flow. */
const ACROSS = CARD_WIDTH + 64;
const DOWN = 148;
const NO_GOALS: readonly CanvasStep[] = [];

export function useOffer(desk: Desk, now: RefObject<Desk>) {
  const [offer, setOffer] = useState<Offer>();
  const open = useCallback(
    (hook: Hook | undefined, at: Place, position?: Place) =>
      setOffer({ hook, at: withinCanvas(at, now.current.root.current), position }),
    [now],
  );
  const leave = useCallback(() => {
    setOffer(undefined);
    now.current.root.current?.focus({ preventScroll: true });
  }, [now]);
  return { open, leave, offered: offer === undefined ? undefined : offeredBy(offer, desk, leave) };
}

function offeredBy(offer: Offer, desk: Desk, onLeave: () => void) {
  return {
    at: offer.at,
    goals: goalsOf(offer, desk),
    onKind: (kind: PaletteEntry) => {
      addKind(kind, offer, desk);
      onLeave();
    },
    onGoal: (step: CanvasStep) => {
      const { entries, onChange } = desk.source;
      if (offer.hook !== undefined) onChange([connect(offer.hook, step.id, entries)]);
      onLeave();
    },
    onLeave,
  };
}

/** A wire in its middle cannot be led elsewhere, only given a step: so it has no goals. */
function goalsOf({ hook }: Offer, { source, graph }: Desk): readonly CanvasStep[] {
  if (hook === undefined || hook.before !== undefined) return NO_GOALS;
  return source.steps.filter((step) => step.id !== hook.from && graph.kinds.get(step.type)?.look !== 'note');
}

function addKind(kind: PaletteEntry, offer: Offer, desk: Desk): void {
  const { steps, entries, onChange, onSelect } = desk.source;
  const id = freshId(kind.type, new Set(idsOf(steps)));
  onChange(addStep(id, kind, placeFor(kind, offer, desk), offer.hook, entries));
  onSelect([id]);
}

function placeFor(kind: PaletteEntry, offer: Offer, desk: Desk): Place {
  const { direction } = desk.source;
  const draft: CanvasStep = { id: '', type: kind.type, settings: kind.settings, exits: {} };
  const boxes = desk.graph.nodes.map(({ position, width = 0, height = 0 }) => ({
    ...position,
    width,
    height,
  }));
  const from = desk.graph.nodes.find((node) => node.id === offer.hook?.from)?.position;
  const behind = direction === 'right' ? { x: ACROSS, y: 0 } : { x: 0, y: DOWN };
  const beside = from === undefined ? undefined : { x: from.x + behind.x, y: from.y + behind.y };
  return freePlace(offer.position ?? beside ?? middlePlace(desk), cardSize(draft, kind, direction), boxes);
}
