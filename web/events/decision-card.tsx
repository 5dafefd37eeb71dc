// One listener's chapter: its gates, whether its flow ran, and the steps of the run.
import { Link } from '@tanstack/react-router';
import { unaskedGates } from '@bellwire/engine/gates/gates.ts';
import type { DecisionResult } from '@bellwire/model/decision.ts';
import { ReplayButton } from '../replays/replay-button.tsx';
import { RunLedger } from '../replays/run-ledger.tsx';
import { RunBadge } from '../runs/run-badge.tsx';
import { StepStory } from '../runs/step-story.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { durationWords } from '../ui/duration-words.ts';
import type { Story } from './story.ts';
import { GateList } from './gate-list.tsx';
import { aboutDecision, MendLink } from './mend-link.tsx';

type Decision = Story['decisions'][number];
type Run = Story['runs'][number];

const resultWords: Readonly<Record<DecisionResult, { label: string; tone: Tone }>> = {
  ran: { label: 'The flow ran', tone: 'ok' },
  filtered: { label: 'Not let in', tone: 'plain' },
  parked: { label: 'Parked', tone: 'warn' },
  off: { label: 'Switched off', tone: 'plain' },
};

export interface DecisionCardProps {
  story: Story;
  decision: Decision;
  run: Run | undefined;
}

export function DecisionCard({ story, decision, run }: DecisionCardProps) {
  const { label, tone } = resultWords[decision.result];
  return (
    <Card
      title={`${decision.botName}: ${decision.flowName}`}
      about="Did this flow run, and why?"
      acts={
        <Badge tone={tone} dot>
          {label}
        </Badge>
      }
    >
      <GateList
        label={`Gates of ${decision.flowName}`}
        gates={decision.gates}
        mend={(mend) => <MendLink mend={mend} about={aboutDecision(story, decision)} />}
        unasked={unaskedGates(decision.gates)}
      />
      {run === undefined ? null : <RunPart run={run} />}
    </Card>
  );
}

function RunPart({ run }: { run: Run }) {
  return (
    <div className="story-part">
      <h3 className="event-fired-by">
        The run <RunBadge status={run.status} />
        {run.endedAt === null ? null : (
          <span className="event-took">
            took {durationWords(Date.parse(run.endedAt) - Date.parse(run.startedAt))}
          </span>
        )}
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          See it on the canvas
        </Link>
        <ReplayButton run={run} size="small" />
      </h3>
      {run.says === null ? null : <p>{run.says}</p>}
      <StepStory steps={run.steps} endedAt={run.endedAt} />
      {run.status === 'waiting' ? null : <RunLedger runId={run.id} />}
    </div>
  );
}
