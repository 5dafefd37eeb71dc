// What a play waits for: words, the time, an answer; or that it is over.
import { ListRestart, SkipForward } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { durationWords } from '../ui/duration-words.ts';
import { AnswerForm } from './answer-form.tsx';
import { repliesIn } from './replies-in.ts';
import { SayForm } from './say-form.tsx';
import { ScriptPrompt } from './script-prompt.tsx';
import type { PlayScene } from './use-play.ts';

export function PlayPrompt(props: PlayScene) {
  const { play, played } = props;
  if (!play.isAtRest)
    return (
      <Button
        look="primary"
        icon={<SkipForward size={15} aria-hidden />}
        onClick={() => play.goOn('to the next pause')}
      >
        Go on to the next pause
      </Button>
    );
  const { status, waiting } = played.run;
  if (status !== 'waiting' || waiting === null) return <Over {...props} />;
  if (played.script !== null)
    return <ScriptPrompt key={played.story.length} play={play} script={played.script} />;
  if (waiting.is === 'answer') return <AnswerForm key={played.story.length} {...props} />;
  if (waiting.is === 'message')
    return (
      <>
        <Replies {...props} />
        <SayForm onSay={(text) => play.happen({ is: 'said', text })} />
        <SkipTime {...props} until={waiting.until} label="Let the time run out" />
      </>
    );
  return <SkipTime {...props} until={waiting.until} label="Skip the wait" />;
}

function SkipTime({ play, played, until, label }: PlayScene & { until: string; label: string }) {
  const ms = Date.parse(until) - Date.parse(played.now);
  return (
    <Button
      size="small"
      icon={<SkipForward size={14} aria-hidden />}
      onClick={() => play.happen({ is: 'time' })}
    >
      {label} ({durationWords(Math.max(0, ms))})
    </Button>
  );
}

/** Of the last message: a button of a bot's flow can also be pressed when the run is over. */
function Replies({ play, played }: PlayScene) {
  const said = played.said.findLast(({ from }) => from === 'bot');
  const replies = said === undefined ? [] : repliesIn(said.content);
  if (replies.length === 0) return null;
  return (
    <div className="play-replies" role="group" aria-label="Buttons of the message">
      {replies.map(({ label, payload }, place) => (
        <Button key={place} size="small" onClick={() => play.happen({ is: 'pressed', label, payload })}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function Over(props: PlayScene) {
  const { play, played } = props;
  const says = played.run.history.at(-1)?.says;
  return (
    <>
      {played.run.status === 'failed' ? (
        <ProblemNote look="box" problem={{ says: says ?? 'The flow failed.' }} />
      ) : (
        <p className="play-quiet" role="status">
          The flow is through.
        </p>
      )}
      <Replies {...props} />
      <Button icon={<ListRestart size={15} aria-hidden />} onClick={play.restart}>
        Start again
      </Button>
    </>
  );
}
