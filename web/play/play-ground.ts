// What a flow is played on: which places can be filled in beforehand, and the world that is made of them.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { FlowRef } from '@bellwire/model/run.ts';
import type { PlayDefinitions } from '@bellwire/engine/play-world.ts';
import type { PlaceGroup } from '../settings-form/surroundings.ts';

/** Values by place: `{ 'user.amount': 5, 'trigger.status': 'paid' }`. */
export type Given = JsonObject;

export interface PlayGround {
  /** What can be given before the flow begins. */
  readonly places: readonly PlaceGroup[];
  /** What is given at first. */
  readonly samples: Given;
  definitions(graph: FlowGraph, given: Given): PlayDefinitions;
  contact(given: Given): ContactState;
  /** Whether it is the flow on the canvas; a run may go into others. */
  isShown(flow: FlowRef): boolean;
  /** How an action of an app that is only stood in for is asked about. */
  action?(installId: string, name: string): PlayedAction | undefined;
}

export interface PlayedAction {
  readonly label: string;
  readonly app: string;
  readonly outputs: readonly { readonly name: string; readonly label: string }[];
}

/** The values given under one root, by name: `under(given, 'user')`. */
export function under(given: Given, root: string): JsonObject {
  const start = `${root}.`;
  return Object.fromEntries(
    Object.entries(given).flatMap(([path, value]) =>
      path.startsWith(start) ? [[path.slice(start.length), value] as const] : [],
    ),
  );
}
