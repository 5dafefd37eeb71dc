// One run: laid over the canvas of its flow, with the same steps as a list.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ContactLink } from '../contacts/contact-link.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { RunBadge } from './run-badge.tsx';
import { RunCanvas } from './run-canvas.tsx';
import { StepStory } from './step-story.tsx';
import './run-screen.css';

type Run = OutputOf<'getRun'>;

const LIVE_MS = 2_000;
const crumbs = [
  <Link key="events" to="/events">
    Events
  </Link>,
  <Link key="runs" to="/runs">
    Runs
  </Link>,
];

export function RunScreen() {
  const { runId } = useParams({ from: '/runs/$runId' });
  const [waits, setWaits] = useState(true);
  const run = useOperation('getRun', { runId }, { pollMs: waits && LIVE_MS });
  const stillWaits = run.data === undefined || run.data.status === 'waiting';
  if (stillWaits !== waits) setWaits(stillWaits);
  if (run.data === undefined)
    return (
      <Page crumbs={crumbs} title="Run">
        {run.error === null ? <Skeleton height={240} /> : <QueryProblem {...run} error={run.error} />}
      </Page>
    );
  return <RunPage run={run.data} />;
}

function RunPage({ run }: { run: Run }) {
  const { botId, flowId } = run;
  const hasCanvas = botId !== null && flowId !== null;
  const [shown, setShown] = useState<'canvas' | 'steps'>('canvas');
  return (
    <Page
      width={hasCanvas ? 'full' : 'reading'}
      crumbs={crumbs}
      title={run.flowName}
      mark={<RunBadge status={run.status} />}
      about={
        <>
          For <ContactLink id={run.contactId} ns={run.contactNs} name={null} />, started{' '}
          <RelativeTime at={run.startedAt} />
          {run.flowVersion === null ? '' : `, version ${run.flowVersion}`}
          {run.says === null ? '' : `. ${run.says}`}
        </>
      }
      acts={
        hasCanvas ? (
          <>
            <span className="run-choice">
              <Button onClick={() => setShown(shown === 'canvas' ? 'steps' : 'canvas')}>
                {shown === 'canvas' ? 'Show the steps' : 'Show the canvas'}
              </Button>
            </span>
            <ButtonLink to="/bots/$botId/flows/$flowId" params={{ botId, flowId }}>
              Open the flow
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      {hasCanvas ? (
        <div className="run-page" data-shown={shown}>
          <div className="run-canvas">
            <RunCanvas run={run} flowId={flowId} />
          </div>
          <aside className="run-steps" aria-label="Steps">
            <StepStory steps={run.steps} />
          </aside>
        </div>
      ) : (
        <StepStory steps={run.steps} />
      )}
    </Page>
  );
}
