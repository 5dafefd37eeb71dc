// All that the pure engine may know of the world while it moves one run: definitions, the clock, and ids that come out the same again.
import type { App } from '@bellwire/model/app.ts';
import type { FlowGraph, FlowStep } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { FlowRef, Frame } from '@bellwire/model/run.ts';
import type { Outcome, Resume, StepType } from '@bellwire/model/step-type.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

export interface World {
  /** ISO-8601, UTC. */
  readonly now: string;
  readonly stepTypes: Pick<ReadonlyMap<string, StepType>, 'get'>;
  readonly bot: BotWorld | null;
  /** Undefined when a flow is gone. Published versions do not change, so the same reference gives the same graph. */
  graph(flow: FlowRef): FlowGraph | undefined;
  /** What a bot's flow is published as now; undefined where it is not. */
  published(flowId: string): FlowRef | undefined;
  /** The version named, for a run that began on it; else the installed one. */
  install(id: string, versionId?: string): InstallWorld | undefined;
  readonly ids: Ids;
  /** Told of each step as it is taken: only where somebody looks on. The server's runs have no onlooker. */
  watch?(taken: TakenStep): void;
}

/** A step that has just decided, with all that it saw and wants, uncut. */
export interface TakenStep {
  readonly frame: Frame;
  /** 0 is the flow the run began with. */
  readonly depth: number;
  readonly step: FlowStep;
  /** Its settings with the places filled. */
  readonly filled: JsonObject;
  readonly notes: readonly string[];
  /** What brought it on, where it had paused. */
  readonly resume?: Resume | null;
  readonly outcome: Outcome;
}

export interface BotWorld {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly userFields: ReadonlyMap<string, ValueType>;
}

export interface InstallWorld {
  readonly id: string;
  readonly versionId: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly app: App;
  /** Auth values by input name; a secret one is a mark that only the outgoing client turns into the secret. */
  readonly auth: JsonObject;
  /** What app fields hold at the start of each run: auth inputs saved to them, and what the service granted; secret ones are marks. */
  readonly held?: JsonObject;
}

/** Everything random or unique, made from a seed: playing a turn again gives the same ids, tokens and picks. */
export interface Ids {
  uuid(seed: string): string;
  token(seed: string): string;
  /** From 0 up to, not including, 1. */
  fraction(seed: string): number;
  addressOf(token: string): string;
}
