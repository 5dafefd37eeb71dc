// The flows of a bot as rows.
import { Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { tableState } from '../server-state/query-problem.tsx';
import type { OperationState } from '../server-state/use-operation.ts';
import { Badge } from '../ui/badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import type { BotView, FlowRow } from './bot-views.ts';
import { flowColumns } from './flow-columns.tsx';
import { FlowMenu } from './flow-menu.tsx';

export interface FlowTableProps {
  bot: BotView;
  flows: OperationState<'listFlows'>;
  /** What an empty list offers. */
  make: ReactNode;
  onEdit: (flow: FlowRow) => void;
  onDelete: (flow: FlowRow) => void;
}

export function FlowTable({ bot, flows, make, onEdit, onDelete }: FlowTableProps) {
  const menu: Column<FlowRow> = {
    key: 'acts',
    label: '',
    align: 'end',
    cell: (flow) => (
      <FlowMenu bot={bot} flow={flow} onEdit={() => onEdit(flow)} onDelete={() => onDelete(flow)} />
    ),
  };
  return (
    <Table
      label="Flows"
      columns={[...flowColumns, menu]}
      {...tableState(flows, (answer) => answer.rows)}
      rowKey={(flow) => flow.id}
      opener={(flow, content) => (
        <FlowLink flow={flow} isMain={flow.id === bot.mainFlowId}>
          {content}
        </FlowLink>
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
  );
}

function FlowLink({ flow, isMain, children }: { flow: FlowRow; isMain: boolean; children: ReactNode }) {
  return (
    <Link
      to="/bots/$botId/flows/$flowId"
      params={{ botId: flow.botId, flowId: flow.id }}
      className="with-icon"
    >
      {children}
      {isMain ? <Badge tone="accent">Main flow</Badge> : null}
    </Link>
  );
}
