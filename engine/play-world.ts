// The world in which a flow is played: its definitions as they are given, a clock that stands still, and ids from a seed.
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { FlowRef } from '@bellwire/model/run.ts';
import type { StepType } from '@bellwire/model/step-type.ts';
import { playIds } from './play-ids.ts';
import type { BotWorld, InstallWorld, TakenStep, World } from './world.ts';

export interface PlayDefinitions {
  readonly stepTypes: ReadonlyMap<string, StepType>;
  readonly bot: BotWorld | null;
  /** The apps whose actions or flows are played. */
  readonly installs: readonly InstallWorld[];
  readonly begins: PlayBeginning;
  /** Another seed gives other ids, tokens and picks. */
  readonly seed: string;
}

/** `trigger`: the items in a bot's flow; `values`: the app fields in an app's. */
export type PlayBeginning =
  | { readonly is: 'bot'; readonly graph: FlowGraph; readonly trigger: JsonObject }
  | { readonly is: 'app'; readonly installId: string; readonly flow: string; readonly values: JsonObject };

/** The bot's flow that is played, where one is: payloads of buttons name it. */
export const playedFlow: Extract<FlowRef, { is: 'bot' }> = {
  is: 'bot',
  flowId: '01958f3e-7c00-7000-8000-00000000f001',
  version: 1,
};

export function playWorld(
  { stepTypes, bot, installs, begins, seed }: PlayDefinitions,
  now: string,
  watch?: (taken: TakenStep) => void,
): World {
  const install = (id: string): InstallWorld | undefined => installs.find((candidate) => candidate.id === id);
  return {
    now,
    stepTypes,
    bot,
    install,
    graph: (flow) => {
      if (flow.is === 'app') return install(flow.installId)?.app.flows.find(({ name }) => name === flow.flow);
      return begins.is === 'bot' && flow.flowId === playedFlow.flowId ? begins.graph : undefined;
    },
    published: () => undefined,
    ids: playIds(seed),
    ...(watch === undefined ? {} : { watch }),
  };
}
