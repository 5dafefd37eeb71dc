// The bots of the workspace, and the making of one.
import { Link } from '@tanstack/react-router';
import { Bot, ExternalLink, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { chatPath } from './chat-address.ts';
import { NewBotDialog } from './new-bot-dialog.tsx';
import './bots.css';

export type BotRow = OutputOf<'getBot'>;

const columns: readonly Column<BotRow>[] = [
  {
    key: 'name',
    label: 'Bot',
    cell: (bot) => (
      <span className="bot-name">
        <LogoTile name={bot.name} size={24} />
        {bot.name}
      </span>
    ),
    sortBy: (bot) => bot.name,
  },
  {
    key: 'contacts',
    label: 'Contacts',
    cell: (bot) => bot.contacts.toLocaleString(),
    sortBy: (bot) => bot.contacts,
  },
  { key: 'zone', label: 'Time zone', cell: (bot) => bot.timeZone },
  {
    key: 'chat',
    label: 'Web chat',
    cell: (bot) => (
      <a className="with-icon" href={chatPath(bot.publicId)} target="_blank" rel="noreferrer">
        Open <ExternalLink size={12} aria-label="in a new window" />
      </a>
    ),
  },
  {
    key: 'at',
    label: 'Made',
    align: 'end',
    cell: (bot) => <RelativeTime at={bot.createdAt} />,
    sortBy: (bot) => bot.createdAt,
  },
];

export function BotsScreen() {
  const bots = useOperation('listBots', {});
  const [making, setMaking] = useState(false);
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
      New bot
    </Button>
  );
  return (
    <Page title="Bots" about="Your chatbots, their flows and what sets them going." acts={make}>
      <Card flush>
        <Table
          label="Bots"
          columns={columns}
          {...tableState(bots, (answer) => answer.rows)}
          rowKey={(bot) => bot.id}
          opener={(bot, content) => (
            <Link to="/bots/$botId" params={{ botId: bot.id }}>
              {content}
            </Link>
          )}
          empty={
            <EmptyState
              icon={<Bot size={20} aria-hidden />}
              title="No bot yet"
              says="A bot talks to your contacts and acts when an app fires a trigger. It gets a web chat at once."
              act={make}
            />
          }
        />
      </Card>
      <NewBotDialog open={making} onClose={() => setMaking(false)} />
    </Page>
  );
}
