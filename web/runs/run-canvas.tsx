// The flow of a run with the run laid over it; an app's own steps are only in the list beside it.
import { useMemo } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { flowEntries } from '../bots/flow-entries.ts';
import { FlowEditor } from '../flow-editor/flow-editor.tsx';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { noReferences } from '../settings-form/surroundings.ts';
import { runOverlay } from './run-overlay.ts';

const nothing = () => undefined;
const surroundings = { references: noReferences, places: [] };

export function RunCanvas({ run, flowId }: { run: OutputOf<'getRun'>; flowId: string }) {
  const flow = useOperation('getFlow', { flowId });
  const version = useOperation('getFlowVersion', { flowId, version: run.flowVersion ?? 1 });
  const overlay = useMemo(() => runOverlay(run, version.data?.graph), [run, version.data]);
  if (flow.data === undefined) return <Answer query={flow}>{() => null}</Answer>;
  if (version.data === undefined) return <Answer query={version}>{() => null}</Answer>;
  const { publishedVersion, hasUnpublishedChanges } = flow.data;
  const hasChanged = hasUnpublishedChanges || publishedVersion !== run.flowVersion;
  return (
    <>
      {hasChanged ? (
        <p className="run-note">
          This is version {run.flowVersion}, on which the run walked. The flow has been changed since.
        </p>
      ) : null}
      <FlowEditor
        graph={version.data.graph}
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
