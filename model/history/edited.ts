// What a history needs to know of the thing whose edits it keeps: how changes are made of it, and which places it has.
import type { App } from '../app.ts';
import { appParts, type AppPart } from '../app.ts';
import { partWords } from '../app-part.ts';
import { applyAllToApp, applyAllToFlow } from '../changes/apply.ts';
import type { Applied } from '../changes/change-kind.ts';
import type { Change } from '../changes/change.ts';
import type { FlowChange } from '../changes/flow-change.ts';
import { lowerWords } from '../difference/words.ts';
import type { FlowGraph } from '../flow.ts';
import { jsonObject, type Json } from '../json.ts';
import type { StepType } from '../step-type.ts';

/** What stands where, by the words for the place: `the trigger "paid"`. */
export type Places = ReadonlyMap<string, Json>;

export interface Edited<Document, Made> {
  apply(document: Document, changes: readonly Made[]): Applied<Document, Made>;
  placesOf(document: Document): Places;
}

export function editedApp(stepTypes: readonly StepType[]): Edited<App, Change> {
  return { apply: (app, changes) => applyAllToApp(app, changes, stepTypes), placesOf: placesOfApp };
}

export const editedFlow: Edited<FlowGraph, FlowChange> = {
  apply: applyAllToFlow,
  placesOf: (graph) => placesOfFlow(graph, ''),
};

function placesOfApp(app: App): Places {
  const settings = Object.entries(jsonObject(app)).filter(([key]) => !appParts.some((part) => part === key));
  return new Map<string, Json>([
    ...settings.map(([key, value]): [string, Json] => [`the setting "${lowerWords(key)}"`, value]),
    ...appParts.filter((part) => part !== 'flows').flatMap((part) => placesOfPart(app, part)),
    ...app.flows.flatMap((flow): [string, Json][] => [
      [`the flow "${flow.name}"`, { label: flow.label, kind: flow.kind }],
      ...placesOfFlow(flow, ` of the flow "${flow.name}"`),
    ]),
  ]);
}

function placesOfPart(app: App, part: AppPart): [string, Json][] {
  return app[part].map((entry) => [`the ${partWords[part]} "${entry.name}"`, jsonObject(entry)]);
}

function placesOfFlow({ start, steps }: FlowGraph, where: string): Map<string, Json> {
  return new Map<string, Json>([
    [`the start${where}`, start],
    ...steps.map((step): [string, Json] => [`the step "${step.label ?? step.id}"${where}`, jsonObject(step)]),
  ]);
}
