// Which part of the flow is shown first, and how far to move the view so that a card can be seen.
import type { Place } from './canvas-model.ts';
import type { Size } from './card-geometry.ts';
import type { Box } from './free-place.ts';

export interface View extends Place {
  zoom: number;
}

/** Below this a card's second line is hard to read, so a long flow is shown from its start instead of whole. */
const LEGIBLE = 0.72;
const EDGE = 48;

/** The whole flow in the middle where that is legible; otherwise its beginning at the left, or at the top. */
export function firstView(flow: Box, start: Place, canvas: Size): View {
  const zoom = Math.min(
    1,
    (canvas.width - 2 * EDGE) / Math.max(1, flow.width),
    (canvas.height - 2 * EDGE - 48) / Math.max(1, flow.height),
  );
  if (zoom >= LEGIBLE) {
    const x = (canvas.width - flow.width * zoom) / 2 - flow.x * zoom;
    const y = (canvas.height - 48 - flow.height * zoom) / 2 - flow.y * zoom;
    return { x, y, zoom };
  }
  const scale = canvas.width < 640 ? LEGIBLE : 0.85;
  const isWide = flow.width * canvas.height > flow.height * canvas.width;
  const middle = isWide
    ? { x: EDGE, y: canvas.height * 0.42 }
    : { x: canvas.width / 2 - 124 * scale, y: EDGE };
  return { x: middle.x - start.x * scale, y: middle.y - start.y * scale, zoom: scale };
}

/** How many pixels to move the view so that the card lies within the free part of the window; 0,0 when it does. */
export function panToSee(card: Box, free: Box): Place {
  return {
    x: shift(card.x, card.width, free.x, free.width),
    y: shift(card.y, card.height, free.y, free.height),
  };
}

function shift(at: number, size: number, from: number, room: number): number {
  const margin = Math.min(24, Math.max(0, (room - size) / 2));
  if (at < from + margin) return from + margin - at;
  return Math.min(0, from + room - margin - (at + size));
}
