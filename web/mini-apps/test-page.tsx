// The page of one test: what it gives, answers and expects, and beside it what comes of it now, step by step.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { runAppTest, type TestDifference, type TestResult } from '@bellwire/engine/run-app-test.ts';
import type { AppTest } from '@bellwire/model/app-test.ts';
import { emptyFlow } from '@bellwire/model/flow.ts';
import { appGround } from '../play/app-ground.ts';
import { PlayStory } from '../play/play-story.tsx';
import { sampleAuth } from '../play/sample-auth.ts';
import { Card } from '../ui/card.tsx';
import { useBuilder } from './builder.ts';
import { PartPage } from './part-page.tsx';
import { TestBadge } from './test-badge.tsx';
import { TestAnswers } from './test-answers.tsx';
import { TestExpects } from './test-expects.tsx';
import { TestGives } from './test-gives.tsx';
import '../play/play.css';

export function TestPage({ test }: { test: AppTest }) {
  const { app, change } = useBuilder();
  const result = useMemo(() => runAppTest(app, test, sampleAuth(app)), [app, test]);
  const set = (next: Partial<AppTest>) =>
    void change([{ is: 'put-part', part: 'tests', value: { ...test, ...next } }]);
  return (
    <PartPage part="tests" name={test.name} label={test.label} shownBeside={[]}>
      <div className="builder-split test-page">
        <div className="builder-sheets">
          <TestGives test={test} onChange={set} />
          <TestAnswers test={test} onChange={set} />
          <TestExpects test={test} onChange={set} />
        </div>
        <TestOutcome test={test} result={result} />
      </div>
    </PartPage>
  );
}

function TestOutcome({ test, result: { differences, played } }: { test: AppTest; result: TestResult }) {
  const { app, view } = useBuilder();
  const navigate = useNavigate();
  const flowName = app.actions.find(({ name }) => name === test.action)?.flow ?? test.flow ?? '';
  const graph = app.flows.find(({ name }) => name === flowName) ?? emptyFlow;
  const ground = useMemo(() => appGround(app, flowName), [app, flowName]);
  const story = played.story.filter((event) => event.is !== 'visit' || ground.isShown(event.visit.flow));
  return (
    <aside className="builder-preview" aria-label="What comes of it">
      <Card title="What comes of it" acts={<TestBadge count={differences.length} />}>
        {differences.map((difference) => (
          <Difference key={difference.what} {...difference} />
        ))}
        <PlayStory
          story={story}
          graph={graph}
          ground={ground}
          onShow={(step) =>
            void navigate({
              to: '/mini-apps/$appId/$section',
              params: { appId: view.id, section: 'flows' },
              search: { part: flowName, step },
            })
          }
        />
      </Card>
    </aside>
  );
}

function Difference({ what, expected, got }: TestDifference) {
  return (
    <dl className="test-difference">
      <dt>{what}</dt>
      <dd data-is="expected">
        <span>expected</span> <code>{said(expected)}</code>
      </dd>
      <dd data-is="got">
        <span>came</span> <code>{said(got)}</code>
      </dd>
    </dl>
  );
}

function said(value: TestDifference['got']): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
