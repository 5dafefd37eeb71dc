// One installed app: how it is, what it gives to bots, its key, and the way out.
import { Link, useParams } from '@tanstack/react-router';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Page } from '../shell/page.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { AgreeUpdate } from './agree-update.tsx';
import { ContactPolicyCard } from './contact-policy.tsx';
import { FireTokens } from './fire-tokens.tsx';
import { InstallReceipts } from './install-receipts.tsx';
import { InstallSchedules } from './install-schedules.tsx';
import { InstallBadge } from './install-badge.tsx';
import { InstallWebhooks } from './install-webhooks.tsx';
import { InstallKey } from './install-key.tsx';
import { Reconnect } from './reconnect.tsx';
import { samplesOf } from './samples-of.ts';
import { Uninstall } from './uninstall.tsx';
import '../store/store.css';
import './installs.css';

type Install = OutputOf<'getInstall'>;

export function InstallPageScreen() {
  const { installId } = useParams({ from: '/apps/$installId' });
  const install = useOperation('getInstall', { installId });
  if (install.data !== undefined) return <InstallPage install={install.data} />;
  return (
    <Page title={install.error === null ? <Skeleton width="180px" /> : 'App'}>
      {install.error === null ? (
        <Skeleton width="100%" />
      ) : (
        <QueryProblem error={install.error} refetch={install.refetch} />
      )}
    </Page>
  );
}

function InstallPage({ install }: { install: Install }) {
  const { name, appLabel, logo, state } = install;
  return (
    <Page
      crumbs={[
        <Link key="apps" to="/apps">
          Apps
        </Link>,
      ]}
      title={
        <span className="listing-title">
          <LogoTile name={appLabel} size={32} {...(logo === null ? {} : { picture: logo })} />
          {name}
        </span>
      }
      mark={<InstallBadge state={state} />}
      acts={state === 'uninstalled' ? null : <Uninstall install={install} />}
    >
      <div className="listing">
        <div className="listing-main">
          <Attention install={install} />
          {state === 'needs-attention' ? <AgreeUpdate install={install} /> : null}
          <Triggers install={install} />
          <Actions install={install} />
          {install.state === 'uninstalled' ? null : (
            <>
              <InstallWebhooks installId={install.id} />
              <FireTokens install={install} />
            </>
          )}
          <InstallSchedules install={install} />
          <InstallReceipts install={install} />
        </div>
        <Facts install={install} />
      </div>
    </Page>
  );
}

function Facts({ install }: { install: Install }) {
  const { id, appId, appLabel, version, installedAt, state } = install;
  const toApp = (
    <Link to="/store/$appId" params={{ appId }}>
      {appLabel}
    </Link>
  );
  return (
    <aside className="listing-facts" aria-label="Facts">
      <Card>
        <KeyValue
          facts={[
            ['App', toApp],
            ['Version', version],
            ['Installed', <RelativeTime key="at" at={installedAt} />],
          ]}
        />
      </Card>
      {state === 'uninstalled' ? null : (
        <>
          <Card title="Connection" about="The values with which the app reaches its service.">
            <Reconnect install={install} />
          </Card>
          <InstallKey installId={id} />
          <ContactPolicyCard installId={id} />
        </>
      )}
    </aside>
  );
}

function Attention({ install }: { install: Install }) {
  const { id, attention, connectionLostAt } = install;
  const retry = useChange('retrySubscribe');
  if (attention === null) return null;
  return (
    <>
      <ProblemNote
        look="box"
        problem={{ says: attention }}
        act={
          connectionLostAt === null ? (
            <Button busy={retry.isPending} onClick={() => retry.mutate({ installId: id })}>
              Try again now
            </Button>
          ) : (
            <Reconnect install={install} look="primary" />
          )
        }
      />
      {retry.error === null ? null : <ProblemNote look="box" problem={problemWords(retry.error)} />}
    </>
  );
}

function Triggers({ install }: { install: Install }) {
  return (
    <Card title="Triggers" about="Subscribe a bot to one under Bots, Automation.">
      {install.triggers.length === 0 ? (
        <p className="install-note">This app tells nothing by itself.</p>
      ) : (
        <ul className="listing-parts">
          {install.triggers.map((trigger) => (
            <li key={trigger.name}>
              <strong>{trigger.label}</strong>
              {trigger.about === '' ? null : <p>{trigger.about}</p>}
              <CodeBlock label="For example" value={samplesOf(trigger)} maxHeight={200} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Actions({ install: { actions } }: { install: Install }) {
  return (
    <Card title="Actions" about="Put one into a flow as the step App action.">
      {actions.length === 0 ? (
        <p className="install-note">This app has no actions.</p>
      ) : (
        <ul className="listing-parts">
          {actions.map(({ name, label, about, inputs, outputs }) => (
            <li key={name}>
              <strong>{label}</strong>
              {about === '' ? null : <p>{about}</p>}
              <p>
                Asks for {listed(inputs.map(({ title }) => title))}; gives back{' '}
                {listed(outputs.map((output) => output.label))}.
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function listed(labels: readonly string[]): string {
  return labels.length === 0 ? 'nothing' : labels.join(', ');
}
