// The flows of a bot: what starts each, whether it is published, and the making of one.
import { Link } from '@tanstack/react-router';
import { EllipsisVertical, Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Table } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotRow } from './bots-screen.tsx';
import { DeleteFlowDialog } from './delete-flow-dialog.tsx';
import { FlowDialog } from './flow-dialog.tsx';
import { flowColumns } from './flow-columns.tsx';

export type FlowRow = OutputOf<'listFlows'>['rows'][number];

export function FlowsTab({ bot }: { bot: BotRow }) {
  const flows = useOperation('listFlows', { botId: bot.id });
  const [edited, setEdited] = useState<FlowRow | 'new'>();
  const [deleted, setDeleted] = useState<FlowRow>();
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setEdited('new')}>
      New flow
    </Button>
  );
  return (
    <>
      <Card
        title="Flows"
        about="What the bot does, step by step."
        acts={flows.data?.rows.length === 0 ? undefined : make}
        flush
      >
        <Table
          label="Flows"
          columns={[
            ...flowColumns,
            {
              key: 'acts',
              label: '',
              align: 'end',
              cell: (flow) => (
                <FlowMenu
                  bot={bot}
                  flow={flow}
                  onEdit={() => setEdited(flow)}
                  onDelete={() => setDeleted(flow)}
                />
              ),
            },
          ]}
          {...tableState(flows, (answer) => answer.rows)}
          rowKey={(flow) => flow.id}
          opener={(flow, content) => (
            <Link
              to="/bots/$botId/flows/$flowId"
              params={{ botId: bot.id, flowId: flow.id }}
              className="with-icon"
            >
              {content}
              {flow.id === bot.mainFlowId ? <Badge tone="accent">Main flow</Badge> : null}
            </Link>
          )}
          empty={
            <EmptyState
              icon={<Workflow size={20} aria-hidden />}
              title="No flow yet"
              says="A flow says what happens when a contact writes a keyword, or when an app fires a trigger."
              act={make}
            />
          }
        />
      </Card>
      {edited === undefined ? null : (
        <FlowDialog
          botId={bot.id}
          onClose={() => setEdited(undefined)}
          {...(edited !== 'new' && { flow: edited })}
        />
      )}
      {deleted === undefined ? null : (
        <DeleteFlowDialog flow={deleted} onClose={() => setDeleted(undefined)} />
      )}
    </>
  );
}

interface FlowMenuProps {
  bot: BotRow;
  flow: FlowRow;
  onEdit: () => void;
  onDelete: () => void;
}

function FlowMenu({ bot, flow, onEdit, onDelete }: FlowMenuProps) {
  const update = useChange('updateBot');
  const isMain = bot.mainFlowId === flow.id;
  const setMain = () =>
    update.mutate(
      { botId: bot.id, mainFlowId: isMain ? null : flow.id },
      {
        onSuccess: () =>
          toast({ says: isMain ? 'The bot has no main flow now.' : `“${flow.name}” is the main flow.` }),
      },
    );
  return (
    <Menu
      opener={
        <IconButton
          size="small"
          label={`More about ${flow.name}`}
          icon={<EllipsisVertical size={15} aria-hidden />}
        />
      }
      groups={[
        {
          acts: [
            { label: 'Name and keywords…', onPick: onEdit },
            { label: isMain ? 'Not the main flow any more' : 'Make it the main flow', onPick: setMain },
          ],
        },
        { acts: [{ label: 'Delete…', danger: true, onPick: onDelete }] },
      ]}
    />
  );
}
