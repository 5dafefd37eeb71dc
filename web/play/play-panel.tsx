// The panel beside the canvas in which a flow is played: what is given, the story so far, and what comes next.
import { ListRestart, SkipForward, StepBack, StepForward, X } from 'lucide-react';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { GivenForm } from './given-form.tsx';
import type { PlayGround } from './play-ground.ts';
import { PlayPrompt } from './play-prompt.tsx';
import { PlayStory } from './play-story.tsx';
import type { Play } from './use-play.ts';
import './play.css';

export interface PlayPanelProps {
  ground: PlayGround;
  graph: FlowGraph;
  play: Play;
  /** Chooses the step on the canvas. */
  onShow: (step: string) => void;
  /** Absent where something around it closes it. */
  onClose?: () => void;
}

export function PlayPanel(props: PlayPanelProps) {
  const { ground, graph, play, onShow } = props;
  return (
    <aside className="play-panel" aria-label="Play">
      <PlayHead {...props} />
      {play.played === undefined ? (
        <div className="play-body">
          <p className="play-quiet">
            Plays the draft here in the page, with made-up data. Nothing is sent, and nothing is kept.
          </p>
          <GivenForm places={ground.places} graph={graph} given={play.given} onChange={play.give} />
          <Beginning play={play} isEmpty={graph.start === null} />
        </div>
      ) : (
        <>
          <PlayStory story={play.story} graph={graph} ground={ground} onShow={onShow} />
          <div className="play-foot">
            <PlayPrompt play={play} played={play.played} ground={ground} />
          </div>
        </>
      )}
    </aside>
  );
}

function PlayHead({ play, onClose }: PlayPanelProps) {
  return (
    <header className="play-head">
      <strong>Play</strong>
      <span className="play-acts">
        <IconButton
          size="small"
          label="One step back"
          icon={<StepBack size={15} aria-hidden />}
          disabled={play.back === undefined}
          onClick={play.back}
        />
        <IconButton
          size="small"
          label="One step on"
          icon={<StepForward size={15} aria-hidden />}
          disabled={play.played === undefined || play.isAtRest}
          onClick={() => play.goOn('one step')}
        />
        <IconButton
          size="small"
          label="Start again"
          icon={<ListRestart size={15} aria-hidden />}
          disabled={play.played === undefined}
          onClick={play.restart}
        />
        {onClose === undefined ? null : (
          <IconButton size="small" label="Close Play" icon={<X size={15} aria-hidden />} onClick={onClose} />
        )}
      </span>
    </header>
  );
}

function Beginning({ play, isEmpty }: { play: Play; isEmpty: boolean }) {
  if (isEmpty)
    return <p className="play-quiet">This flow has no step yet: press / on the canvas to add one.</p>;
  return (
    <div className="play-beginning">
      <Button
        look="primary"
        icon={<SkipForward size={15} aria-hidden />}
        onClick={() => play.goOn('to the next pause')}
      >
        Play
      </Button>
      <Button icon={<StepForward size={15} aria-hidden />} onClick={() => play.goOn('one step')}>
        Step by step
      </Button>
    </div>
  );
}
