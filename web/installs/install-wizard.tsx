// The steps of an install, one after the other; what was given stays when one goes back.
import { useState } from 'react';
import { readInputs } from '@bellwire/model/input-values.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { useChange } from '../server-state/use-change.ts';
import { ConsentStep } from './consent-step.tsx';
import { ConnectStep } from './connect-step.tsx';
import { DoneStep } from './done-step.tsx';
import { StepRow, type StepMark } from './step-row.tsx';
import { useOAuth } from './use-oauth.ts';
import './installs.css';

type Stage = 'consent' | 'connect';

export function InstallWizard({ listing }: { listing: OutputOf<'getListing'> }) {
  const install = useChange('installApp');
  const signIn = useOAuth();
  const [stage, setStage] = useState<Stage>('consent');
  const [name, setName] = useState(listing.label);
  const [auth, setAuth] = useState<JsonObject>({});
  const [faults, setFaults] = useState<readonly Complaint[]>([]);
  const submit = () => {
    const read = readInputs(listing.authInputs, auth);
    setFaults(read.ok ? [] : read.complaints);
    if (!read.ok) return;
    const consent = listing.scopes.map(({ scope }) => scope);
    const wanted = { appId: listing.appId, name, auth, consent };
    if (listing.signsIn) signIn.begin(wanted);
    else install.mutate(wanted);
  };
  return (
    <div className="install-wizard">
      <StepRow steps={marks(stage, install)} />
      {install.data !== undefined ? (
        <DoneStep installed={install.data} />
      ) : stage === 'consent' ? (
        <ConsentStep listing={listing} onNext={() => setStage('connect')} />
      ) : (
        <ConnectStep
          listing={listing}
          name={name}
          onName={setName}
          auth={auth}
          onAuth={setAuth}
          faults={faults}
          error={install.error ?? signIn.error}
          busy={install.isPending || signIn.isPending || signIn.isSuccess}
          onBack={() => setStage('consent')}
          onSubmit={submit}
        />
      )}
    </div>
  );
}

function marks(
  stage: Stage,
  install: { isPending: boolean; isSuccess: boolean; isError: boolean },
): readonly StepMark[] {
  const { isPending, isSuccess, isError } = install;
  const installing = isPending ? 'now' : isSuccess ? 'done' : isError ? 'failed' : 'later';
  return [
    { label: 'Agree', is: stage === 'consent' ? 'now' : 'done' },
    { label: 'Connect', is: stage === 'consent' ? 'later' : isPending || isSuccess ? 'done' : 'now' },
    { label: 'Install', is: stage === 'consent' ? 'later' : installing },
    { label: 'Keep the key', is: isSuccess ? 'now' : 'later' },
  ];
}
