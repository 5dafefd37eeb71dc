// The frame of the builder: sections at the left, the thing in the middle, saving and publishing above.
import { Link, useSearch } from '@tanstack/react-router';
import { CircleAlert, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { MeetingDialog } from '../draft/meeting-dialog.tsx';
import { Page } from '../shell/page.tsx';
import { TrialSceneProvider, type TrialScene } from '../requests/trial-scene.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { SectionNav } from '../ui/section-nav.tsx';
import { AppBadge } from './app-badge.tsx';
import { BuilderProvider, useBuilder, type Builder } from './builder.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { sections } from './sections.tsx';
import type { AppView } from './use-app-draft.ts';
import { useBuilderOf } from './use-builder-of.ts';
import './builder.css';

export function BuilderFrame({ view, section }: { view: AppView; section: string }) {
  const builder = useBuilderOf(view);
  const { app } = builder;
  return (
    <BuilderProvider value={builder}>
      <Page
        width="full"
        crumbs={[
          <Link key="list" to="/mini-apps">
            My mini-apps
          </Link>,
        ]}
        title={
          <span className="builder-title">
            <LogoTile name={app.label} size={24} {...(app.logo === undefined ? {} : { picture: app.logo })} />
            {app.label}
          </span>
        }
        mark={<AppBadge app={view} />}
        acts={<BuilderActs />}
      >
        <div className="builder">
          <Sections appId={view.id} shown={section} />
          <TrialSceneProvider value={trialSceneOf(builder)}>
            <SectionBody id={section} />
          </TrialSceneProvider>
        </div>
        <MeetingDialog meeting={builder.meeting} />
      </Page>
    </BuilderProvider>
  );
}

function trialSceneOf({ view, app, settled, change }: Builder): TrialScene {
  return {
    appId: view.id,
    settled,
    declareHost: (host) => void change([{ is: 'set-settings', set: { hosts: [...app.hosts, host] } }]),
  };
}

function BuilderActs() {
  const { saving, complaints, undo, redo } = useBuilder();
  const [publishing, setPublishing] = useState(false);
  const problems = complaints.filter(({ level }) => level !== 'warning').length;
  const open = () => setPublishing(true);
  return (
    <>
      <SaveState saving={saving} />
      <IconButton
        label="Undo"
        icon={<Undo2 size={16} aria-hidden />}
        disabled={undo === undefined}
        onClick={undo}
      />
      <IconButton
        label="Redo"
        icon={<Redo2 size={16} aria-hidden />}
        disabled={redo === undefined}
        onClick={redo}
      />
      {problems === 0 ? null : (
        <Button look="quiet" icon={<CircleAlert size={15} aria-hidden />} onClick={open}>
          {problems} {problems === 1 ? 'problem' : 'problems'}
        </Button>
      )}
      <Button look="primary" onClick={open}>
        Publish
      </Button>
      <PublishDialog open={publishing} onClose={() => setPublishing(false)} />
    </>
  );
}

function Sections({ appId, shown }: { appId: string; shown: string }) {
  const { app } = useBuilder();
  return (
    <SectionNav label="Sections of the mini-app" shown={shown}>
      {sections.map(({ id, label, icon: Icon, part }) => (
        <Link
          key={id}
          to="/mini-apps/$appId/$section"
          params={{ appId, section: id }}
          activeOptions={{ includeSearch: false }}
        >
          <Icon size={15} strokeWidth={1.9} />
          {label}
          {part === undefined ? null : <span className="builder-count">{app[part].length}</span>}
        </Link>
      ))}
    </SectionNav>
  );
}

function SectionBody({ id }: { id: string }) {
  const part = useSearch({ from: '/mini-apps/$appId/$section' }).part;
  const section = sections.find((one) => one.id === id);
  if (section === undefined) {
    return <EmptyState title="There is no such section" says="Choose one of those at the left." />;
  }
  const { label, about, draw: Draw } = section;
  return (
    <div className="builder-body" data-section={id} data-part={part === undefined ? undefined : true}>
      {part === undefined ? (
        <header className="builder-head">
          <h2>{label}</h2>
          <p>{about}</p>
        </header>
      ) : null}
      <Draw key={part} />
    </div>
  );
}
