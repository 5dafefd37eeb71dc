// The bot's web chat: its own page, the line a site embeds, and what it greets with.
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { problemAt } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotRow } from './bots-screen.tsx';
import { chatPath, embedSnippet } from './chat-address.ts';

export function WebChatTab({ bot }: { bot: BotRow }) {
  const { origin } = window.location;
  const path = chatPath(bot.publicId);
  return (
    <div className="tab-stack form-narrow">
      <Card
        title="Its own page"
        about="Try the bot, or give the address to anybody."
        acts={
          <a
            className="button"
            data-look="plain"
            data-size="small"
            href={path}
            target="_blank"
            rel="noreferrer"
          >
            <ExternalLink size={13} aria-hidden />
            Open
          </a>
        }
      >
        <CopyField label="Address" hideLabel value={origin + path} />
      </Card>
      <Card
        title="On a site"
        about="Put this line into the pages of a site: a chat button appears in the corner."
      >
        <CodeBlock label="HTML" value={embedSnippet(origin, bot.publicId)} />
      </Card>
      <Card title="Greeting" about="Shown when somebody opens the chat.">
        <GreetingForm bot={bot} />
      </Card>
    </div>
  );
}

function GreetingForm({ bot }: { bot: BotRow }) {
  const update = useChange('updateBot');
  const [greeting, setGreeting] = useState(bot.greeting);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate(
          { botId: bot.id, greeting: greeting.trim() },
          { onSuccess: () => toast({ says: 'The greeting is saved.' }) },
        );
      }}
    >
      <TextArea
        label="Greeting"
        hideLabel
        placeholder="Hi! Say “buy” to order."
        maxLength={500}
        value={greeting}
        onChange={setGreeting}
        {...problemAt(update.error, 'greeting')}
      />
      <div className="form-acts">
        <Button
          type="submit"
          look="primary"
          busy={update.isPending}
          disabled={greeting.trim() === bot.greeting}
        >
          Save greeting
        </Button>
      </div>
    </form>
  );
}
