// The story to be passed on: its address, and all of it as JSON.
import { Braces, Link2 } from 'lucide-react';
import { useState } from 'react';
import { CodeBlock } from '../ui/code-block.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Story } from './story.ts';

export function StoryActs({ story }: { story: Story }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <IconButton
        look="plain"
        label="Copy link"
        icon={<Link2 size={15} aria-hidden />}
        onClick={() => void copyText(window.location.href, 'The link')}
      />
      <IconButton
        look="plain"
        label="Show as JSON"
        icon={<Braces size={15} aria-hidden />}
        onClick={() => setShown(true)}
      />
      <Dialog
        open={shown}
        onClose={() => setShown(false)}
        size="wide"
        title="The event as JSON"
        about={
          <>
            As <code>GET /api/events/{story.id}</code> answers it.
          </>
        }
      >
        <CodeBlock label="Event" value={story} maxHeight={520} />
      </Dialog>
    </>
  );
}
