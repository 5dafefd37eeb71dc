// What the story begins with: why it did, or did not, fire, and the button that mends it.
import { timesInWords } from '../ui/times-in-words.ts';
import { firstMend, MendLink } from './mend-link.tsx';
import type { Story } from './story.ts';

export function AnswerNote({ story }: { story: Story }) {
  const first = firstMend(story);
  const failed = story.runs.some((run) => run.status === 'failed');
  return (
    <section
      className="event-answer"
      data-state={failed ? 'failed' : story.state}
      aria-label="Why it did, or did not, fire"
    >
      <p>{timesInWords(story.answer)}</p>
      {first === null ? null : <MendLink {...first} />}
    </section>
  );
}
