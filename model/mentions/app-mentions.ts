// All mentions of an app: listed for the checks, and swapped when a part gets another name.
import { appSchema, type App, type AppPart } from '../app.ts';
import type { AppFlow, FlowStep } from '../flow.ts';
import { mapSettings } from '../settings/map-settings.ts';
import type { Path } from '../settings/kind.ts';
import type { StepType } from '../step-type.ts';
import { changeAt, namePlaces, templatePlaces } from './app-places.ts';
import { partOfReference, type Mention, type Swap } from './mention.ts';
import { swapInPath, swapInTemplate } from './template-names.ts';

/** The root under which templates find the app's fields. */
const FIELDS_ROOT = 'app';

export function mentionsIn(app: App, stepTypes: readonly StepType[]): Mention[] {
  const mentions: Mention[] = [];
  swapAll(app, stepTypes, (mention) => {
    mentions.push(mention);
    return mention.name;
  });
  return mentions;
}

type Swapped = ReturnType<typeof appSchema.safeParse>;

/** Reads the result by the schema again: a longer name may make a text longer than it may be. */
export function swapMentions(app: App, stepTypes: readonly StepType[], swap: Swap): Swapped {
  return appSchema.safeParse(swapAll(app, stepTypes, swap));
}

function swapAll(app: App, stepTypes: readonly StepType[], swap: Swap): unknown {
  const types = new Map(stepTypes.map((type) => [type.name, type]));
  let swapped: unknown = {
    ...app,
    flows: app.flows.map((flow, index) => swapInFlow(flow, ['flows', index], types, swap)),
  };
  for (const { at, names: part } of namePlaces) {
    swapped = changeAt(swapped, at, (name, path) => swap({ part, name, path, inText: false }));
  }
  for (const at of templatePlaces)
    swapped = changeAt(swapped, at, (text, path) => inTemplate(text, path, swap));
  return swapped;
}

function inTemplate(text: string, path: Path, swap: Swap): string {
  return swapInTemplate(text, FIELDS_ROOT, (name) => swap({ part: 'fields', name, path, inText: true }));
}

function swapInFlow(flow: AppFlow, path: Path, types: ReadonlyMap<string, StepType>, swap: Swap): AppFlow {
  return {
    ...flow,
    steps: flow.steps.map((step, index) =>
      swapInStep(step, [...path, 'steps', index], types.get(step.type), swap),
    ),
  };
}

function swapInStep(step: FlowStep, path: Path, type: StepType | undefined, swap: Swap): FlowStep {
  const settings = mapSettings(
    type?.settings,
    step.settings,
    {
      reference: (name, at, { to }) => swapReference(name, at, partOfReference[to], swap),
      template: (text, at) => inTemplate(text, at, swap),
      lonePath: (text, at) =>
        swapInPath(text, FIELDS_ROOT, (name) => swap({ part: 'fields', name, path: at, inText: true })),
    },
    [...path, 'settings'],
  );
  return { ...step, settings };
}

/** A field is named with its root and a dot, `app.order-id`, as the engine writes to it; everything else by its bare name. */
function swapReference(name: string, path: Path, part: AppPart | undefined, swap: Swap): string {
  if (part === undefined || name === '') return name;
  if (part !== 'fields') return swap({ part, name, path, inText: false });
  const root = `${FIELDS_ROOT}.`;
  if (!name.startsWith(root)) return name;
  return root + swap({ part, name: name.slice(root.length), path, inText: false });
}
