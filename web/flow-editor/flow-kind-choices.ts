// The kinds of flows as a form offers them.
import { flowKinds, type FlowKind } from '@bellwire/model/flow.ts';
import type { Choice } from '../ui/choice.ts';

const words: Readonly<Record<FlowKind, { label: string; about: string }>> = {
  flow: { label: 'Flow', about: 'Does its work, and may speak where it stands in a bot.' },
  workflow: { label: 'Workflow', about: 'Works in the background, and speaks to nobody.' },
  function: { label: 'Function', about: 'Is run by other flows, and comes back by its outputs.' },
};

export const flowKindChoices: readonly Choice[] = flowKinds.map((kind) => ({ value: kind, ...words[kind] }));

export function kindOf(chosen: string): FlowKind {
  return flowKinds.find((kind) => kind === chosen) ?? 'flow';
}
