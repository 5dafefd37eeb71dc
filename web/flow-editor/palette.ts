// The step types as the canvas offers and draws them; made from the engine's list, so a new type is there by itself.
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import type { FlowKind } from '@bellwire/model/flow.ts';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import type { FlowSide, StepGroup, StepType } from '@bellwire/model/step-type.ts';
import type { CardTone, PaletteEntry, Settings } from '../canvas/canvas-model.ts';
import { stepIcon } from './step-icons.ts';

/** What a flow of this side and kind may be made of. */
export function paletteFor(side: FlowSide, kind: FlowKind): readonly PaletteEntry[] {
  return palettes[side][kind];
}

const groups: Readonly<Record<StepGroup, { label: string; tone: CardTone }>> = {
  talk: { label: 'Talk', tone: 'talk' },
  logic: { label: 'Logic', tone: 'logic' },
  data: { label: 'Data', tone: 'data' },
  apps: { label: 'Apps', tone: 'outside' },
};

type Palettes = Readonly<Record<FlowKind, readonly PaletteEntry[]>>;

/** Made once: a canvas draws itself anew when it gets another palette. */
const palettes: Readonly<Record<FlowSide, Palettes>> = { app: palettesOf('app'), bot: palettesOf('bot') };

function palettesOf(side: FlowSide): Palettes {
  const entries = (kind: FlowKind) =>
    stepTypes.filter(({ sides, flowKinds }) => sides.includes(side) && flowKinds.includes(kind)).map(entryOf);
  return { flow: entries('flow'), workflow: entries('workflow'), function: entries('function') };
}

function entryOf(type: StepType): PaletteEntry {
  const { label, tone } = groups[type.group];
  return {
    type: type.name,
    label: type.label,
    about: type.about,
    icon: stepIcon(type.icon),
    group: label,
    tone,
    look: type.isNote ? 'note' : 'card',
    settings: firstSettings(type.settings),
    exits: (settings) => type.exits(savedOf(settings)),
    summary: (settings) => type.summary(savedOf(settings)),
  };
}

/** The canvas knows nothing of what settings hold; all it got came from a flow. */
function savedOf(settings: Settings): JsonObject {
  return isJsonObject(settings) ? settings : {};
}

/** A list that must have an entry begins with one, so that its exit is there to be led on. */
function firstSettings(fields: SettingFields): JsonObject {
  const lists = Object.entries(fields).filter(
    ([, field]) => field.kind === 'list' && field.required === true,
  );
  return Object.fromEntries(lists.map(([name]) => [name, [{}]]));
}
