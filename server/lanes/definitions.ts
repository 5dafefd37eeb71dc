// The definitions of one workspace as the lanes use them: bots, flows, subscriptions and installs, read once and kept until they change.
import type { Contract } from '@bellwire/model/contract.ts';
import type { Entity } from '@bellwire/model/entity.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { ContactPolicy } from '@bellwire/model/identity.ts';
import type { PayloadMapping } from '@bellwire/model/payload-mapping.ts';
import type { FlowRef } from '@bellwire/model/run.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';
import type { Listener } from '@bellwire/engine/gates/gate.ts';
import type { BotWorld, InstallWorld } from '@bellwire/engine/world.ts';

export interface BotDefinition extends BotWorld {
  readonly mainFlowId: string | null;
  /** Keyword, in small letters, and the flow it starts. */
  readonly keywords: readonly { readonly word: string; readonly flowId: string }[];
}

export interface FlowDefinition {
  readonly id: string;
  readonly botId: string;
  readonly name: string;
  readonly publishedVersion: number | null;
}

export interface InstallDefinition extends InstallWorld {
  readonly name: string;
  /** Neither uninstalled nor suspended. */
  readonly live: boolean;
  readonly suspended: Listener['suspended'];
  readonly connectionLost: Listener['connectionLost'];
  readonly versionNumber: number;
  /** What is done with an identity that is not linked to a contact yet, and in which bot. */
  /** Whether its app's own server is told what became of each event. */
  readonly receipts: boolean;
  readonly contacts: { readonly policy: ContactPolicy; readonly botId: string | null };
  /** By trigger name. */
  readonly contracts: ReadonlyMap<string, Contract>;
  /** By trigger name: only triggers that name one of which something is remembered are here. */
  readonly entities: ReadonlyMap<string, Entity>;
}

export interface SubscriptionDefinition extends Listener {
  readonly botId: string;
  readonly mappings: readonly ItemMapping[];
}

/** A webhook of a bot: what it maps into user fields, and the flow it starts. */
export interface BotWebhookDefinition {
  readonly flowId: string;
  readonly mappings: readonly PayloadMapping[];
}

export interface Definitions {
  readonly workspaceId: string;
  readonly bots: ReadonlyMap<string, BotDefinition>;
  readonly flows: ReadonlyMap<string, FlowDefinition>;
  readonly installs: ReadonlyMap<string, InstallDefinition>;
  readonly botWebhooks: ReadonlyMap<string, BotWebhookDefinition>;
  /** Whether any install has a trigger that names an entity: where none has, no event is asked for its own. */
  readonly hasEntities: boolean;
  /** In the order they were made; for one trigger of one install in one bot. */
  listeners(installId: string, trigger: string, botId: string): readonly SubscriptionDefinition[];
  /** By its id, whichever install it listens to by now. */
  subscription(id: string): SubscriptionDefinition | undefined;
  /** Published graphs that have been read: call `need` for what a run is at before advancing it. */
  graph(flow: FlowRef): FlowGraph | undefined;
  installAt(installId: string, versionId: string): InstallWorld | undefined;
  /** Reads older versions that runs under way still walk on. Versions never change, so they are kept. */
  need(flows: readonly FlowRef[]): Promise<void>;
}
