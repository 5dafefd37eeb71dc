// Which places a flow reads: only those are worth filling in before it is played.
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import { stepTexts } from '@bellwire/model/check/step-texts.ts';
import { splitPath } from '@bellwire/model/check/template-faults.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';

/** @example placesRead(graph) // Set { 'user.amount', 'trigger.status' } */
export function placesRead(graph: FlowGraph): ReadonlySet<string> {
  const references = stepTexts(graph, stepTypeMap).flatMap((text) =>
    text.is === 'reference'
      ? []
      : checkTools.readTemplate(text.text, text.is === 'formula' ? 'formula' : undefined).references,
  );
  return new Set(
    references.map((reference) => {
      const { root, name } = splitPath(reference);
      return name === undefined ? root : `${root}.${name}`;
    }),
  );
}
