// What can be done with a flow from its row.
import { EllipsisVertical } from 'lucide-react';
import { useChange } from '../server-state/use-change.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotView, FlowRow } from './bot-views.ts';

export interface FlowMenuProps {
  bot: BotView;
  flow: FlowRow;
  onEdit: () => void;
  onDelete: () => void;
}

export function FlowMenu({ bot, flow, onEdit, onDelete }: FlowMenuProps) {
  const update = useChange('updateBot');
  const isMain = bot.mainFlowId === flow.id;
  const done = isMain ? 'The bot has no main flow now.' : `“${flow.name}” is the main flow.`;
  const setMain = () =>
    update.mutate(
      { botId: bot.id, mainFlowId: isMain ? null : flow.id },
      { onSuccess: () => toast({ says: done }) },
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
