// Where things are in the window, and how the view is moved to them.
import { moveMs } from '../design/motion.ts';
import type { Desk } from './canvas-desk.ts';
import type { Place } from './canvas-model.ts';
import { CARD_WIDTH, HEAD_HEIGHT } from './card-geometry.ts';
import { panToSee } from './view.ts';

/** The palette, and what the panel and the tool bar cover; also in flow-canvas.css. */
const PALETTE = { width: 320, height: 400 };
const PANEL_WIDTH = 376;
const BAR_HEIGHT = 64;
const PHONE_WIDTH = 640;
/** What the panel leaves free on a phone, where it comes from below. */
const FREE_ON_PHONE = 0.38;

/** The middle of what is seen, for a card that hangs on nothing. */
export function middlePlace({ flow, root }: Desk): Place {
  const box = boxOf(root.current);
  const middle = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  return { x: middle.x - CARD_WIDTH / 2, y: middle.y - HEAD_HEIGHT / 2 };
}

/** Where the palette opens when nothing pointed at a place. */
export function palettePoint({ root }: Desk): Place {
  const box = boxOf(root.current);
  return { x: box.x + (box.width - PALETTE.width) / 2, y: box.y + box.height / 4 };
}

/** A point of the window as the palette's place in the canvas, moved so that all of it can be seen. */
export function withinCanvas(at: Place, root: HTMLElement | null): { left: number; top: number } {
  const box = boxOf(root);
  const fit = (wanted: number, most: number) => Math.max(8, Math.min(wanted, most - 8));
  return {
    left: fit(at.x - box.x, box.width - PALETTE.width),
    top: fit(at.y - box.y, box.height - PALETTE.height),
  };
}

/** Moves the view only when a chosen card would be outside of it, or under the panel. */
export function reveal({ flow, graph, root }: Desk, id: string, panel = PANEL_WIDTH): void {
  const place = graph.places.get(id);
  if (place === undefined || root.current === null) return;
  const { x, y, zoom } = flow.getViewport();
  const { width, height } = boxOf(root.current);
  const card = {
    x: place.x * zoom + x,
    y: place.y * zoom + y,
    width: CARD_WIDTH * zoom,
    height: HEAD_HEIGHT * zoom,
  };
  const isPhone = width < PHONE_WIDTH;
  const free = isPhone
    ? { x: 0, y: 0, width, height: height * FREE_ON_PHONE }
    : { x: 0, y: 0, width: width - panel, height: height - BAR_HEIGHT };
  const pan = panToSee(card, free);
  if (pan.x !== 0 || pan.y !== 0)
    void flow.setViewport({ x: x + pan.x, y: y + pan.y, zoom }, { duration: moveMs() });
}

/** Brings a step to the middle, at full size. */
export function centre({ flow, graph }: Desk, id: string): void {
  const place = graph.places.get(id);
  if (place === undefined) return;
  const middle = { x: place.x + CARD_WIDTH / 2, y: place.y + HEAD_HEIGHT / 2 };
  void flow.setCenter(middle.x, middle.y, { zoom: 1, duration: moveMs() });
}

export function showAll({ flow }: Desk): void {
  void flow.fitView({ padding: 0.16, maxZoom: 1, duration: moveMs() });
}

function boxOf(root: HTMLElement | null): DOMRect {
  return root?.getBoundingClientRect() ?? new DOMRect();
}
