// Tests of the app: the list with what is red and green, a new one, and the page of one.
import { FlaskConical } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { runAppTest } from '@bellwire/engine/run-app-test.ts';
import type { App } from '@bellwire/model/app.ts';
import type { AppTest } from '@bellwire/model/app-test.ts';
import { sampleAuth } from '../play/sample-auth.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { NewTestDialog } from './new-test-dialog.tsx';
import { PartList } from './part-list.tsx';
import { TestBadge } from './test-badge.tsx';
import { usePart } from './use-part.ts';

const TestPage = lazy(async () => ({ default: (await import('./test-page.tsx')).TestPage }));

export function TestsSection() {
  const { app } = useBuilder();
  const test = usePart('tests');
  const columns = useMemo(() => columnsFor(app), [app]);
  if (test !== undefined)
    return (
      <Suspense fallback={<Skeleton width="100%" />}>
        <TestPage key={test.name} test={test} />
      </Suspense>
    );
  return (
    <PartList
      part="tests"
      entries={app.tests}
      columns={columns}
      icon={<FlaskConical size={20} aria-hidden />}
      says="A test plays an action or a flow with fixed values and made-up answers, and says what differs from what you expect. All of them run whenever you change something."
      example={<code>Create payment link, answer 200 → payment_url</code>}
      placeholder=""
      create={() => undefined}
      createDialog={(dialog) => <NewTestDialog {...dialog} />}
    />
  );
}

function columnsFor(app: App): readonly Column<AppTest>[] {
  const auth = sampleAuth(app);
  return [
    { key: 'label', label: 'Test', sortBy: ({ label }) => label, cell: ({ label }) => label },
    { key: 'of', label: 'Runs', cell: (test) => testedLabel(app, test) },
    {
      key: 'result',
      label: 'Result',
      cell: (test) => <TestBadge count={runAppTest(app, test, auth).differences.length} />,
    },
  ];
}

function testedLabel(app: App, { action, flow }: AppTest): string {
  const found =
    action === undefined
      ? app.flows.find(({ name }) => name === flow)
      : app.actions.find(({ name }) => name === action);
  return found?.label ?? action ?? flow ?? 'nothing yet';
}
