// The flow of a run with the run laid over it; an app's own steps are only in the list beside it.
import { useMemo } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { flowEntries } from '../bots/flow-entries.ts';
import { FlowEditor } from '../flow-editor/flow-editor.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { noReferences } from '../settings-form/surroundings.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { runOverlay } from './run-overlay.ts';

const nothing = () => undefined;
const surroundings = { references: noReferences, places: [] };

export function RunCanvas({ run, flowId }: { run: OutputOf<'getRun'>; flowId: string }) {
  const flow = useOperation('getFlow', { flowId });
  const overlay = useMemo(() => runOverlay(run), [run]);
  if (flow.data === undefined)
    return flow.error === null ? <Skeleton height={240} /> : <QueryProblem {...flow} error={flow.error} />;
  const { graph, publishedVersion, hasUnpublishedChanges } = flow.data;
  const hasChanged = hasUnpublishedChanges || publishedVersion !== run.flowVersion;
  return (
    <>
      {hasChanged ? (
        <p className="run-note">
          The flow has been changed since this run: the canvas shows it as it is now, the list tells what was
          walked.
        </p>
      ) : null}
      <FlowEditor
        graph={graph}
        side="bot"
        surroundings={surroundings}
        complaints={[]}
        onChange={nothing}
        entries={flowEntries(flow.data, false)}
        overlay={overlay}
        readOnly
      />
    </>
  );
}
