// The story of a play: each step with what went in, what came out and what it wants done, and what happened between.
import type { Happening, PlayEvent } from '@bellwire/engine/play.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { Bubble } from './bubble.tsx';
import type { PlayGround } from './play-ground.ts';
import { VisitLine } from './visit-line.tsx';

export interface PlayStoryProps {
  story: readonly PlayEvent[];
  graph: FlowGraph;
  ground: PlayGround;
  onShow: (step: string) => void;
}

export function PlayStory({ story, ...scene }: PlayStoryProps) {
  return (
    <div className="play-story" role="log" aria-label="Story of the play" tabIndex={0}>
      <ol>
        {story.map((event, place) =>
          event.is === 'visit' ? (
            <VisitLine key={place} visit={event.visit} {...scene} />
          ) : (
            <Happened key={place} happening={event.happening} />
          ),
        )}
        <li key={`end-${story.length}`} ref={bringIntoSight} aria-hidden />
      </ol>
    </div>
  );
}

/** The end of the story, each time it has grown. */
function bringIntoSight(end: HTMLLIElement | null): void {
  end?.scrollIntoView({ block: 'nearest' });
}

function Happened({ happening }: { happening: Happening }) {
  if (happening.is === 'time') return <li className="play-happened">The time has come.</li>;
  if (happening.is === 'answer') {
    const { answer } = happening;
    const says = answer.is === 'answer' ? `The answer came: ${answer.status}.` : `No answer: ${answer.says}`;
    return <li className="play-happened">{says}</li>;
  }
  if (happening.is === 'computed') {
    const { result } = happening;
    const says =
      result.is === 'computed' ? 'The script gave its result.' : `The script failed: ${result.says}.`;
    return <li className="play-happened">{says}</li>;
  }
  const text = happening.is === 'said' ? happening.text : happening.label;
  return (
    <li>
      <Bubble from="contact" content={{ is: 'text', text }} />
    </li>
  );
}
