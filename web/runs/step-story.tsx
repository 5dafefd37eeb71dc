// The steps of a run as a list: what each did, an app's own steps indented, settings and answers folded.
import { createElement } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { durationWords } from '../ui/duration-words.ts';
import { stepIcon } from '../flow-editor/step-icons.ts';
import { timesInWords } from '../ui/times-in-words.ts';
import { stepWords } from './step-words.ts';
import './step-story.css';

export type StepView = OutputOf<'getRun'>['steps'][number];

export interface StepStoryProps {
  steps: readonly StepView[];
  /** When the run ended: the last step took until then. */
  endedAt?: string | null;
}

export function StepStory({ steps, endedAt = null }: StepStoryProps) {
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
              <Took from={step.at} until={steps[place + 1]?.at ?? endedAt} />
            </p>
            {step.says === undefined ? null : <p className="step-story-says">{timesInWords(step.says)}</p>}
            <Folded step={step} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Steps that follow one another in one go have the same moment: that says nothing. */
function Took({ from, until }: { from: string; until: string | null }) {
  const ms = until === null ? 0 : Date.parse(until) - Date.parse(from);
  return ms < 1 ? null : <span className="step-story-went">{durationWords(ms)}</span>;
}

function StepIcon({ name }: { name: string }) {
  return createElement(stepIcon(name), { size: 15, strokeWidth: 1.9 });
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
