// The canvas of one of the app's flows.
import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft, CalendarClock, Link2, MousePointerClick, Webhook } from 'lucide-react';
import { useMemo } from 'react';
import { partWords } from '@bellwire/model/app-part.ts';
import type { AppFlow } from '@bellwire/model/flow.ts';
import { FlowEditor } from '../flow-editor/flow-editor.tsx';
import { flowKindChoices, kindOf } from '../flow-editor/flow-kind-choices.ts';
import { appGround } from '../play/app-ground.ts';
import { appSurroundings } from '../settings-form/app-surroundings.ts';
import { Select } from '../ui/select.tsx';
import { useBuilder } from './builder.ts';
import { callersOf, type FlowCaller } from './callers-of.ts';
import { complaintsOf } from './complaints-of.ts';
import { createField } from './part-surroundings.ts';

const icons: Readonly<Record<FlowCaller['part'], typeof Link2>> = {
  actions: MousePointerClick,
  oneTimeUrls: Link2,
  webhooks: Webhook,
  schedules: CalendarClock,
};

export function FlowPage({ flow }: { flow: AppFlow }) {
  const builder = useBuilder();
  const { app, change, undo, redo } = builder;
  const { step } = useSearch({ from: '/mini-apps/$appId/$section' });
  const entries = useEntriesOf(flow.name);
  const ground = useMemo(() => appGround(app, flow.name), [app, flow.name]);
  return (
    <div className="flow-page">
      <FlowHead flow={flow} />
      <FlowEditor
        graph={flow}
        side="app"
        kind={flow.kind}
        entries={entries}
        surroundings={{
          ...appSurroundings(app, flow),
          createField: async (field) => `app.${createField(app, field, change)}`,
        }}
        complaints={complaintsOf(builder, 'flows', flow.name)}
        onChange={(changes) => change(changes.map((one) => ({ ...one, flow: flow.name })))}
        chosen={step}
        ground={ground}
        onUndo={undo}
        onRedo={redo}
      />
    </div>
  );
}

function FlowHead({ flow }: { flow: AppFlow }) {
  const { view, change } = useBuilder();
  return (
    <div className="flow-page-head">
      <Link
        to="/mini-apps/$appId/$section"
        params={{ appId: view.id, section: 'flows' }}
        className="part-page-back"
      >
        <ArrowLeft size={14} aria-hidden /> All flows
      </Link>
      <strong>{flow.label}</strong>
      <code>{flow.name}</code>
      <div className="flow-page-kind">
        <Select
          label="Kind"
          hideLabel
          value={flow.kind}
          choices={flowKindChoices}
          onChange={(kind) =>
            change([{ is: 'put-part', part: 'flows', value: { ...flow, kind: kindOf(kind) } }])
          }
        />
      </div>
    </div>
  );
}

function useEntriesOf(flow: string) {
  const { app } = useBuilder();
  return useMemo(
    () =>
      callersOf(app, flow).map(({ part, name, label }) => ({
        id: `${part}.${name}`,
        label,
        summary: capitalised(partWords[part]),
        icon: icons[part],
      })),
    [app, flow],
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
