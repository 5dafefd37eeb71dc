// The flows of a bot: what starts each, whether it is published, and the making of one.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { BotView, FlowRow } from './bot-views.ts';
import { DeleteFlowDialog } from './delete-flow-dialog.tsx';
import { FlowDialog } from './flow-dialog.tsx';
import { FlowTable } from './flow-table.tsx';

export function FlowsTab({ bot }: { bot: BotView }) {
  const flows = useOperation('listFlows', { botId: bot.id });
  const [making, setMaking] = useState(false);
  const [edited, setEdited] = useState<FlowRow>();
  const [deleted, setDeleted] = useState<FlowRow>();
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
      New flow
    </Button>
  );
  const acts = flows.data?.rows.length === 0 ? undefined : make;
  return (
    <>
      <Card title="Flows" about="What the bot does, step by step." acts={acts} flush>
        <FlowTable bot={bot} flows={flows} make={make} onEdit={setEdited} onDelete={setDeleted} />
      </Card>
      {making ? <FlowDialog botId={bot.id} onClose={() => setMaking(false)} /> : null}
      {edited && <FlowDialog botId={bot.id} flow={edited} onClose={() => setEdited(undefined)} />}
      {deleted && <DeleteFlowDialog flow={deleted} onClose={() => setDeleted(undefined)} />}
    </>
  );
}
