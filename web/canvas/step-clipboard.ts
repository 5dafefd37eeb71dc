// Steps as text on the clipboard, so that they can be taken to another flow, another workspace, or into a message.
import type { CanvasStep, Place, Settings } from './canvas-model.ts';

const KIND = 'bellwire/steps';

export function writeSteps(steps: readonly CanvasStep[]): string {
  return JSON.stringify({ is: KIND, steps }, null, 2);
}

/** undefined when the text is something else; the clipboard holds whatever people copied last. */
export function readSteps(text: string): CanvasStep[] | undefined {
  if (!text.includes(KIND)) return undefined;
  let held: unknown;
  try {
    held = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(held) || held.is !== KIND || !Array.isArray(held.steps)) return undefined;
  const steps = held.steps.map(readStep);
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

function readStep(value: unknown): CanvasStep | undefined {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.type !== 'string') return undefined;
  if (!isRecord(value.settings) || !isRecord(value.exits)) return undefined;
  const exits: Record<string, string | null> = {};
  for (const [name, to] of Object.entries(value.exits)) exits[name] = typeof to === 'string' ? to : null;
  const position = readPlace(value.position);
  return {
    id: value.id,
    type: value.type,
    settings: value.settings,
    exits,
    ...(typeof value.label === 'string' ? { label: value.label } : {}),
    ...(position === undefined ? {} : { position }),
  };
}

function readPlace(value: unknown): Place | undefined {
  if (!isRecord(value) || typeof value.x !== 'number' || typeof value.y !== 'number') return undefined;
  return { x: value.x, y: value.y };
}

function isRecord(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
