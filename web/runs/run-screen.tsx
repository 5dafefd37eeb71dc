// One run: laid over the canvas of its flow, with the same steps as a list.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ContactLink } from '../contacts/contact-link.tsx';
import { ReplayButton } from '../replays/replay-button.tsx';
import { RunLedger } from '../replays/run-ledger.tsx';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RunBadge } from './run-badge.tsx';
import { RunCanvas } from './run-canvas.tsx';
import { StepStory } from './step-story.tsx';
import './run-screen.css';

type Run = OutputOf<'getRun'>;
type Shown = 'canvas' | 'steps';

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
        <Answer query={run}>{() => null}</Answer>
      </Page>
    );
  return <RunPage run={run.data} />;
}

function RunPage({ run }: { run: Run }) {
  const { botId, flowId } = run;
  const [shown, setShown] = useState<Shown>('canvas');
  const head = {
    crumbs,
    title: run.flowName,
    mark: <RunBadge status={run.status} />,
    about: <RunFacts run={run} />,
  };
  // A run that a one-time URL began walks a flow of the app, which has no canvas in this workspace.
  if (botId === null || flowId === null)
    return (
      <Page width="reading" {...head}>
        <StepStory steps={run.steps} endedAt={run.endedAt} />
      </Page>
    );
  return (
    <Page
      width="full"
      {...head}
      acts={
        <>
          <ShownButton shown={shown} onChange={setShown} />
          <ReplayButton run={run} />
          <ButtonLink to="/bots/$botId/flows/$flowId" params={{ botId, flowId }}>
            Open the flow
          </ButtonLink>
        </>
      }
    >
      <div className="run-page" data-shown={shown}>
        <div className="run-canvas">
          <RunCanvas run={run} flowId={flowId} />
        </div>
        <Steps run={run} />
      </div>
    </Page>
  );
}

function Steps({ run }: { run: Run }) {
  return (
    <aside className="run-steps" aria-label="Steps">
      <StepStory steps={run.steps} endedAt={run.endedAt} />
      {run.status === 'waiting' ? null : <RunLedger runId={run.id} />}
    </aside>
  );
}

function RunFacts({ run }: { run: Run }) {
  return (
    <>
      For <ContactLink id={run.contactId} ns={run.contactNs} name={null} />, started{' '}
      <RelativeTime at={run.startedAt} />
      {run.flowVersion === null ? '' : `, version ${run.flowVersion}`}
      {run.says === null ? '' : `. ${run.says}`}
    </>
  );
}

/** Seen only in narrow windows; wide ones show both. */
function ShownButton({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  const other = shown === 'canvas' ? 'steps' : 'canvas';
  return (
    <span className="run-choice">
      <Button onClick={() => onChange(other)}>Show the {other}</Button>
    </span>
  );
}
