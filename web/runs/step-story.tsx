// The steps of a run as a list: what each did, an app's own steps indented, settings and answers folded.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { stepIcon } from '../flow-editor/step-icons.ts';
import { stepWords } from './step-words.ts';
import './step-story.css';

export type StepView = OutputOf<'getRun'>['steps'][number];

export function StepStory({ steps }: { steps: readonly StepView[] }) {
  if (steps.length === 0) return <p className="step-story-none">No step was walked.</p>;
  return (
    <ol className="step-story">
      {steps.map((step, place) => (
        <li
          key={place}
          data-failed={step.is === 'fail' || undefined}
          style={{ marginLeft: Math.min(step.depth, 3) * 20 }}
        >
          <span className="step-story-icon">
            <StepIcon name={step.icon} />
          </span>
          <div className="step-story-words">
            <p>
              <strong>{step.typeLabel === '' ? 'The run' : step.typeLabel}</strong>
              {step.appLabel === null ? null : <span className="step-story-app">{step.appLabel}</span>}
              <span className="step-story-went">{stepWords(step)}</span>
            </p>
            {step.says === undefined ? null : <p className="step-story-says">{step.says}</p>}
            <Folded step={step} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepIcon({ name }: { name: string }) {
  const Icon = stepIcon(name);
  return <Icon size={15} strokeWidth={1.9} />;
}

function Folded({ step }: { step: StepView }) {
  const { settings, set } = step;
  if (isEmpty(settings) && isEmpty(set)) return null;
  return (
    <details>
      <summary>
        {isEmpty(set) ? 'Settings' : isEmpty(settings) ? 'What it set' : 'Settings and what it set'}
      </summary>
      {isEmpty(settings) ? null : <CodeBlock label="Settings, filled" value={settings} maxHeight={240} />}
      {isEmpty(set) ? null : <CodeBlock label="Set" value={set} maxHeight={240} />}
    </details>
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}
