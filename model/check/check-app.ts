// Finds what is wrong with an app before it is published: the middle of the edit arrow.
import type { App } from '../app.ts';
import type { Complaint } from '../problem.ts';
import { appRules } from './app-rules.ts';
import { checkGraph } from './check-flow.ts';
import { appFlowContext } from './flow-context.ts';
import type { CheckTools } from './rule.ts';

/**
 * All that is wrong, each with its path in the app; an app may be published while there are only warnings. Pure, and
 * quick enough to run after each change.
 *
 * @example checkApp(app, { stepTypes, readTemplate })
 * // [{ path: ['triggers', 0, 'items', 1, 'field'], says: 'There is no app field "smu". Did you mean "sum"?' }]
 */
export function checkApp(app: App, tools: CheckTools): Complaint[] {
  const context = appFlowContext(app, tools);
  return [
    ...Object.values(appRules).flatMap((rule) => rule.check(app, tools)),
    ...app.flows.flatMap((flow, index) =>
      checkGraph(flow, { ...context, kind: flow.kind }).map((complaint) => ({
        ...complaint,
        path: ['flows', index, ...complaint.path],
      })),
    ),
  ];
}
