// The editor of a bot's flow: the canvas, what sets the flow going, and publishing.
import { Link, useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { FlowEditor } from '../flow-editor/flow-editor.tsx';
import { useFlowDraft } from '../flow-editor/use-flow-draft.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotRow } from './bots-screen.tsx';
import { chatPath } from './chat-address.ts';
import { FlowState } from './flow-columns.tsx';
import { FlowDialog } from './flow-dialog.tsx';
import { flowEntries } from './flow-entries.ts';
import { PublishFlow } from './publish-flow.tsx';
import { useFlowSurroundings } from './use-flow-surroundings.ts';
import './bots.css';

export type Flow = OutputOf<'getFlow'>;

export function BotFlowScreen() {
  const { botId, flowId } = useParams({ from: '/bots/$botId/flows/$flowId' });
  const bot = useOperation('getBot', { botId });
  const flow = useOperation('getFlow', { flowId });
  if (bot.data !== undefined && flow.data !== undefined)
    return <FlowPage key={flowId} bot={bot.data} flow={flow.data} />;
  const failed = flow.error === null ? bot : flow;
  return (
    <Page title="Flow">
      {failed.error === null ? <Skeleton height={240} /> : <QueryProblem {...failed} error={failed.error} />}
    </Page>
  );
}

function FlowPage({ bot, flow }: { bot: BotRow; flow: Flow }) {
  const [{ document, saving, canUndo, canRedo }, draft] = useFlowDraft(flow);
  const [naming, setNaming] = useState(false);
  const surroundings = useFlowSurroundings(flow, document);
  const entries = useMemo(() => flowEntries(flow, bot.mainFlowId === flow.id), [flow, bot.mainFlowId]);
  return (
    <Page
      width="full"
      crumbs={[
        <Link key="bots" to="/bots">
          Bots
        </Link>,
        <Link key="bot" to="/bots/$botId" params={{ botId: bot.id }}>
          {bot.name}
        </Link>,
      ]}
      title={flow.name}
      mark={<FlowState flow={flow} />}
      acts={
        <>
          <SaveState saving={saving} />
          <Button onClick={() => setNaming(true)}>Name and keywords</Button>
          <a
            className="button"
            data-look="plain"
            href={chatPath(bot.publicId)}
            target="_blank"
            rel="noreferrer"
          >
            <ExternalLink size={14} aria-hidden />
            Test in web chat
          </a>
          <PublishFlow flow={flow} settled={() => draft.settled()} />
        </>
      }
    >
      <div className="flow-page">
        <FlowEditor
          graph={document}
          side="bot"
          surroundings={surroundings}
          complaints={flow.complaints}
          entries={entries}
          onChange={(changes) => {
            const complaint = draft.change(changes);
            if (complaint !== undefined) toast({ says: complaint.says, tone: 'bad' });
          }}
          onUndo={canUndo ? () => draft.undo() : undefined}
          onRedo={canRedo ? () => draft.redo() : undefined}
        />
      </div>
      {naming ? <FlowDialog botId={bot.id} flow={flow} onClose={() => setNaming(false)} /> : null}
    </Page>
  );
}
