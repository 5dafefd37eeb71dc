// Flows of the app: the list, and the canvas of one.
import { GitFork } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { App } from '@bellwire/model/app.ts';
import type { AppFlow } from '@bellwire/model/flow.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { callersOf } from './callers-of.ts';
import { newFlow } from './new-flow.ts';
import { PartList } from './part-list.tsx';
import { usePart } from './use-part.ts';

/** The canvas is the largest part of the builder: it comes only to those who open a flow. */
const FlowPage = lazy(async () => ({ default: (await import('./flow-page.tsx')).FlowPage }));

export function FlowsSection() {
  const { app, change } = useBuilder();
  const flow = usePart('flows');
  if (flow !== undefined) {
    return (
      <Suspense fallback={<Skeleton width="100%" />}>
        <FlowPage key={flow.name} flow={flow} />
      </Suspense>
    );
  }
  return (
    <PartList
      part="flows"
      entries={app.flows}
      columns={columnsFor(app)}
      icon={<GitFork size={20} aria-hidden />}
      says="A flow says step by step what your app does: call the service, remember the answer, fire a trigger."
      example={<code>External request → Create one-time URL → End</code>}
      placeholder="Create payment link"
      create={(label) => {
        const { name, change: made } = newFlow(app, label);
        return change([made]) ? name : undefined;
      }}
    />
  );
}

function columnsFor(app: App): readonly Column<AppFlow>[] {
  return [
    { key: 'label', label: 'Flow', sortBy: ({ label }) => label, cell: ({ label }) => label },
    {
      key: 'callers',
      label: 'Started by',
      cell: ({ name }) =>
        callersOf(app, name)
          .map(({ label }) => label)
          .join(', ') || 'nothing yet',
    },
    {
      key: 'steps',
      label: 'Steps',
      align: 'end',
      sortBy: ({ steps }) => steps.length,
      cell: ({ steps }) => steps.length,
    },
  ];
}
