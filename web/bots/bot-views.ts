// What the API tells of a bot and of its flows, as the screens pass it on.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type BotView = OutputOf<'getBot'>;
export type FlowRow = OutputOf<'listFlows'>['rows'][number];
export type FlowView = OutputOf<'getFlow'>;
