// One bot: its flows, what sets them going, its fields, its web chat.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { AutomationTab } from '../subscriptions/automation-tab.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { BotSettings } from './bot-settings.tsx';
import type { BotRow } from './bots-screen.tsx';
import { chatPath } from './chat-address.ts';
import { FlowsTab } from './flows-tab.tsx';
import { UserFieldsTab } from './user-fields-tab.tsx';
import { WebChatTab } from './web-chat-tab.tsx';
import './bots.css';

const crumbs = [
  <Link key="bots" to="/bots">
    Bots
  </Link>,
];

export function BotScreen() {
  const { botId } = useParams({ from: '/bots/$botId' });
  const bot = useOperation('getBot', { botId });
  if (bot.data === undefined)
    return (
      <Page crumbs={crumbs} title="Bot">
        {bot.error === null ? <Skeleton height={240} /> : <QueryProblem {...bot} error={bot.error} />}
      </Page>
    );
  return <BotPage bot={bot.data} />;
}

function BotPage({ bot }: { bot: BotRow }) {
  const { tab } = useSearch({ from: '/bots/$botId' });
  const navigate = useNavigate({ from: '/bots/$botId' });
  const botId = bot.id;
  return (
    <Page
      crumbs={crumbs}
      title={bot.name}
      about={`${bot.contacts.toLocaleString()} ${bot.contacts === 1 ? 'contact' : 'contacts'}, time zone ${bot.timeZone}`}
      acts={
        <a
          className="button"
          data-look="plain"
          href={chatPath(bot.publicId)}
          target="_blank"
          rel="noreferrer"
        >
          <ExternalLink size={14} aria-hidden />
          Open web chat
        </a>
      }
    >
      <Tabs
        label={`Parts of ${bot.name}`}
        value={tab ?? 'flows'}
        onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
        tabs={[
          { value: 'flows', label: 'Flows', content: <FlowsTab bot={bot} /> },
          { value: 'automation', label: 'Automation', content: <AutomationTab botId={botId} /> },
          { value: 'fields', label: 'User fields', content: <UserFieldsTab botId={botId} /> },
          { value: 'chat', label: 'Web chat', content: <WebChatTab bot={bot} /> },
          { value: 'settings', label: 'Settings', content: <BotSettings bot={bot} /> },
        ]}
      />
    </Page>
  );
}
