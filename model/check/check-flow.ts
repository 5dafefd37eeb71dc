// Finds what is wrong with a flow before it is published.
import type { FlowGraph } from '../flow.ts';
import type { Complaint } from '../problem.ts';
import { botFlowContext, type BotFlowContext, type FlowContext } from './flow-context.ts';
import { flowRules } from './flow-rules.ts';
import type { CheckTools } from './rule.ts';

/** All that is wrong with a bot's flow, each with its path in the flow; it may be published while there are only warnings. */
export function checkFlow(graph: FlowGraph, bot: BotFlowContext, tools: CheckTools): Complaint[] {
  return checkGraph(graph, botFlowContext(bot, tools));
}

export function checkGraph(graph: FlowGraph, context: FlowContext): Complaint[] {
  return Object.values(flowRules).flatMap((rule) => rule.check(graph, context));
}
