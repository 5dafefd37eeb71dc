// The editor of a bot's flow: the canvas, what sets the flow going, and publishing.
import { Link, useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useMemo, useState } from 'react';
import { MeetingDialog } from '../draft/meeting-dialog.tsx';
import { giveTyped } from '../draft/use-typed.ts';
import { FlowEditor } from '../flow-editor/flow-editor.tsx';
import { useFlowDraft } from '../flow-editor/use-flow-draft.ts';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotView, FlowView } from './bot-views.ts';
import { chatPath } from './chat-address.ts';
import { FlowState } from './flow-columns.tsx';
import { FlowHistoryDrawer } from './flow-history-drawer.tsx';
import { FlowDialog } from './flow-dialog.tsx';
import { flowEntries } from './flow-entries.ts';
import { PublishFlow } from './publish-flow.tsx';
import { useFlowSurroundings } from './use-flow-surroundings.ts';
import { usePlayGround } from './use-play-ground.ts';
import './bots.css';

type FlowDraft = ReturnType<typeof useFlowDraft>;

export function BotFlowScreen() {
  const { botId, flowId } = useParams({ from: '/bots/$botId/flows/$flowId' });
  const bot = useOperation('getBot', { botId });
  const flow = useOperation('getFlow', { flowId });
  if (bot.data !== undefined && flow.data !== undefined)
    return <FlowPage key={flowId} bot={bot.data} flow={flow.data} />;
  return (
    <Page title="Flow">
      <Answer query={bot}>{() => <Answer query={flow}>{() => null}</Answer>}</Answer>
    </Page>
  );
}

function FlowPage({ bot, flow }: { bot: BotView; flow: FlowView }) {
  const draft = useFlowDraft(flow);
  const [naming, setNaming] = useState(false);
  const [looking, setLooking] = useState(false);
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
          <SaveState saving={draft[0].saving} />
          <Button onClick={() => setLooking(true)}>History</Button>
          <Button onClick={() => setNaming(true)}>Name and keywords</Button>
          <TestLink publicId={bot.publicId} />
          <PublishFlow flow={flow} settled={() => settled(draft)} />
        </>
      }
    >
      <FlowDrawing bot={bot} flow={flow} draft={draft} />
      {looking ? (
        <FlowHistoryDrawer
          flowId={flow.id}
          settled={() => draft[1].settled()}
          onClose={() => setLooking(false)}
        />
      ) : null}
      <MeetingDialog meeting={draft[0].meeting} />
      {naming ? <FlowDialog botId={bot.id} flow={flow} onClose={() => setNaming(false)} /> : null}
    </Page>
  );
}

function settled([, changes]: FlowDraft): Promise<number | undefined> {
  giveTyped();
  return changes.settled();
}

function FlowDrawing({ bot, flow, draft }: { bot: BotView; flow: FlowView; draft: FlowDraft }) {
  const [{ document, canUndo, canRedo }, changes] = draft;
  const isMain = bot.mainFlowId === flow.id;
  const entries = useMemo(() => flowEntries(flow, isMain), [flow, isMain]);
  return (
    <div className="bot-flow">
      <FlowEditor
        graph={document}
        side="bot"
        kind={flow.kind}
        surroundings={useFlowSurroundings(flow, document)}
        complaints={flow.complaints}
        entries={entries}
        ground={usePlayGround(bot, flow)}
        onChange={(made) => {
          const complaint = changes.change(made);
          if (complaint !== undefined) toast({ says: complaint.says, tone: 'bad' });
        }}
        onUndo={canUndo ? () => changes.undo() : undefined}
        onRedo={canRedo ? () => changes.redo() : undefined}
      />
    </div>
  );
}

function TestLink({ publicId }: { publicId: string }) {
  return (
    <a className="button" data-look="plain" href={chatPath(publicId)} target="_blank" rel="noreferrer">
      <ExternalLink size={14} aria-hidden />
      Test in web chat
    </a>
  );
}
