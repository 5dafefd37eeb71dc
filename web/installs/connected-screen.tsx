// Where a service sends a person back to after the sign-in: the app is connected here, once.
import { useEffect, useRef } from 'react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useWorkspaceId } from '../server-state/use-workspace-id.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { arrivedWith } from './arrived-with.ts';
import { DoneStep } from './done-step.tsx';
import { Working } from './step-row.tsx';
import { workspaceOfSignIn } from './use-oauth.ts';
import '../settings-form/settings-form.css';
import './installs.css';

export function ConnectedScreen() {
  const { appId } = useParams({ from: '/connected/$appId' });
  const workspaceId = useWorkspaceId();
  const begun = workspaceOfSignIn();
  if (begun !== undefined && begun !== workspaceId)
    return <Navigate to="/connected/$appId" params={{ appId }} search={{ workspace: begun }} replace />;
  return <Finishing appId={appId} />;
}

function Finishing({ appId }: { appId: string }) {
  const finish = useChange('finishServiceSignIn');
  const isSent = useRef(false);
  const { mutate } = finish;
  useEffect(() => {
    // The answer counts once, and an effect may run twice.
    if (isSent.current) return;
    isSent.current = true;
    mutate({ appId, answer: arrivedWith });
  }, [appId, mutate]);
  return (
    <Page width="reading" title="Connecting the app">
      {finish.data !== undefined ? (
        <Connected finished={finish.data} />
      ) : finish.error === null ? (
        <Card>
          <Working says="Taking in what the service granted, and trying the connection …" />
        </Card>
      ) : (
        <Card>
          <div className="settings-form">
            <ProblemNote look="box" problem={problemWords(finish.error)} />
            <div className="install-acts">
              <ButtonLink to="/apps">See the installed apps</ButtonLink>
              <ButtonLink to="/store/$appId/install" params={{ appId }} look="primary">
                Begin again
              </ButtonLink>
            </div>
          </div>
        </Card>
      )}
    </Page>
  );
}

function Connected({ finished: { install, key } }: { finished: OutputOf<'finishServiceSignIn'> }) {
  if (key !== null) return <DoneStep installed={{ install, key }} />;
  return (
    <Card>
      <div className="settings-form">
        <p>
          {install.name} is connected again. What was parked meanwhile is run under{' '}
          <Link to="/events/parked">Events, Parked</Link>.
        </p>
        <div className="install-acts">
          <ButtonLink to="/apps/$installId" params={{ installId: install.id }} look="primary">
            See the install
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
