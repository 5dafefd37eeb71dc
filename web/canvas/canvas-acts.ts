// What a card or a wire may ask of the canvas around it; handed down so that cards need no closures of their own.
import { createContext, use } from 'react';
import type { Hook } from './canvas-edits.ts';

export interface CanvasActs {
  readOnly: boolean;
  /** Opens the palette for what shall hang here, at this point of the window. */
  offer: (hook: Hook, at: { x: number; y: number }) => void;
  cut: (from: string, exit: string) => void;
}

const Acts = createContext<CanvasActs>({ readOnly: true, offer: () => undefined, cut: () => undefined });

export const CanvasActsProvider = Acts.Provider;

export function useCanvasActs(): CanvasActs {
  return use(Acts);
}
