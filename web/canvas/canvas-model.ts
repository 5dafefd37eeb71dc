// What the canvas draws and what it says was done: plain data, so that it knows nothing of flows' meaning.
import type { ComponentType } from 'react';

export interface Place {
  x: number;
  y: number;
}

export type Settings = Readonly<Record<string, unknown>>;

export interface CanvasStep {
  id: string;
  type: string;
  /** A name given by a person; without one the card shows its type's label. */
  label?: string;
  settings: Settings;
  /** Where each exit leads; null is an open end. */
  exits: Readonly<Record<string, string | null>>;
  position?: Place;
}

/** What sets the flow going, for instance a trigger: drawn before the first step, owned by nobody here. */
export interface CanvasEntry {
  id: string;
  label: string;
  summary: string;
  icon: Icon;
  to: string | null;
}

export type Icon = ComponentType<{ size?: number | string; strokeWidth?: number | string }>;
export type CardTone = 'talk' | 'logic' | 'data' | 'outside' | 'entry';

export interface StepExit {
  name: string;
  label: string;
}

/** One kind of step, as the palette offers it and the cards draw it. */
export interface PaletteEntry {
  type: string;
  label: string;
  about: string;
  icon: Icon;
  group: string;
  tone: CardTone;
  /** "note" is a comment: text on the canvas without arrows. */
  look?: 'card' | 'note';
  keywords?: readonly string[];
  /** The settings a new one starts with. */
  settings: Settings;
  exits: (settings: Settings) => readonly StepExit[];
  /** One line: what it does with these settings. */
  summary: (settings: Settings) => string;
}

export interface CanvasProblem {
  step: string;
  says: string;
  help?: string;
  /** It is told beside the field it is about, in the form of the panel. */
  beside?: boolean;
  /** Worth a look, but nothing is broken. */
  level?: 'warning';
}

/** A past run, or many, laid over the flow. */
export interface RunOverlay {
  steps: Readonly<Record<string, StepRun>>;
  /** The step being run now, while playing. */
  active?: string;
}

export interface StepRun {
  visited: number;
  ok: number;
  failed: number;
  /** How often each exit was taken. */
  exits?: Readonly<Record<string, number>>;
  /** Newest first; shown when the card is chosen. */
  visits: readonly StepVisit[];
}

export interface StepVisit {
  at: string;
  ok: boolean;
  tookMs: number;
  input: unknown;
  output: unknown;
  problem?: string;
}

/** One edit; several that belong together are emitted as one list, which is one step of undo. */
export type CanvasChange =
  | { is: 'add-step'; step: CanvasStep }
  | { is: 'remove-step'; id: string }
  | { is: 'move-step'; id: string; position: Place }
  | { is: 'set-step'; id: string; label: string }
  | { is: 'connect'; from: string; exit: string; to: string }
  | { is: 'disconnect'; from: string; exit: string }
  | { is: 'set-entry'; entry: string; to: string | null };

/** The name of an entry's only exit. */
export const ENTRY_EXIT = 'start';
