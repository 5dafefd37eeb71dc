// The size of a card and where its wires are fixed, from its exits alone: nothing waits for the browser to measure.
import type { CanvasStep, PaletteEntry, Place, StepExit } from './canvas-model.ts';

export type Direction = 'right' | 'down';

export interface Size {
  width: number;
  height: number;
}

export const CARD_WIDTH = 248;
/** Icon, title and summary. Also in step-card.css. */
export const HEAD_HEIGHT = 60;
/** One labelled exit. Also in step-card.css. */
const EXIT_HEIGHT = 28;
const EXITS_EDGE = 7;
const EXIT_WIDTH_DOWN = 88;
const NOTE_LETTERS_PER_LINE = 36;

export function cardSize(step: CanvasStep, kind: PaletteEntry | undefined, direction: Direction): Size {
  if (kind?.look === 'note') return noteSize(kind.summary(step.settings));
  return sizeWithExits(exitsOf(step, kind), direction);
}

/** A lone exit leaves from the card itself; only a choice needs names. */
export function sizeWithExits(exits: readonly StepExit[], direction: Direction): Size {
  const rows = exits.length < 2 ? 0 : direction === 'right' ? exits.length : 1;
  const height = HEAD_HEIGHT + (rows === 0 ? 0 : rows * EXIT_HEIGHT + EXITS_EDGE);
  const width = direction === 'right' ? CARD_WIDTH : Math.max(CARD_WIDTH, exits.length * EXIT_WIDTH_DOWN);
  return { width, height };
}

export function entrance(size: Size, direction: Direction): Place {
  return direction === 'right' ? { x: 0, y: HEAD_HEIGHT / 2 } : { x: size.width / 2, y: 0 };
}

export function exitPlace(at: number, count: number, size: Size, direction: Direction): Place {
  if (direction === 'down') return { x: (size.width * (at + 0.5)) / Math.max(1, count), y: size.height };
  if (count < 2) return { x: size.width, y: HEAD_HEIGHT / 2 };
  return { x: size.width, y: HEAD_HEIGHT + EXITS_EDGE / 2 + (at + 0.5) * EXIT_HEIGHT };
}

/** The kind's exits for these settings, then arrows that still leave by an exit the kind no longer has. */
export function exitsOf(step: CanvasStep, kind: PaletteEntry | undefined): readonly StepExit[] {
  const declared = kind?.exits(step.settings) ?? [];
  const names = new Set(declared.map((exit) => exit.name));
  const stray = Object.entries(step.exits).filter(([name, to]) => to !== null && !names.has(name));
  return [...declared, ...stray.map(([name]) => ({ name, label: `${name}?` }))];
}

function noteSize(text: string): Size {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / NOTE_LETTERS_PER_LINE)), 0);
  return { width: CARD_WIDTH, height: 24 + Math.min(10, Math.max(2, lines)) * 20 };
}
