// Rows of bots, their flows, user fields and subscriptions.
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Condition } from '@bellwire/model/condition.ts';
import type { FlowGraph, FlowKind } from '@bellwire/model/flow.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

export interface BotTables {
  bot: {
    id: string;
    workspace_id: string;
    number: GeneratedAlways<number>;
    name: string;
    public_id: string;
    greeting: Generated<string>;
    time_zone: Generated<string>;
    main_flow_id: string | null;
    created_at: Generated<string>;
  };
  flow: {
    id: string;
    workspace_id: string;
    bot_id: string;
    name: string;
    kind: Generated<FlowKind>;
    draft: JSONColumnType<FlowGraph>;
    revision: Generated<number>;
    published_version: number | null;
    published_revision: number | null;
    keywords: Generated<string[]>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  flow_change: {
    workspace_id: string;
    flow_id: string;
    revision: number;
    changes: JSONColumnType<Json[]>;
    inverse: JSONColumnType<Json[]> | null;
    note: string | null;
    person_id: string | null;
    made_at: Generated<string>;
  };
  flow_version: {
    workspace_id: string;
    flow_id: string;
    version: number;
    graph: JSONColumnType<FlowGraph>;
    published_at: Generated<string>;
  };
  user_field: {
    workspace_id: string;
    bot_id: string;
    name: string;
    label: string;
    type: ValueType;
    description: Generated<string>;
    created_at: Generated<string>;
  };
  subscription: {
    id: string;
    workspace_id: string;
    bot_id: string;
    install_id: string;
    trigger: string;
    enabled: Generated<boolean>;
    filter: JSONColumnType<Condition> | null;
    note: Generated<string>;
    mappings: JSONColumnType<ItemMapping[]>;
    flow_id: string;
    created_at: Generated<string>;
  };
  subscription_count: {
    workspace_id: string;
    subscription_id: string;
    slot: number;
    done: Generated<number>;
    filtered: Generated<number>;
    parked: Generated<number>;
    last_fired_at: string | null;
  };
}
