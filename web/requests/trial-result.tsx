// What came of a trial: the status, the body as a tree to click in, the headers, and what was sent; or why nothing came.
import type { ReactNode } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { JsonPicker, type PickedValue } from './json-picker.tsx';
import { useTrialScene } from './trial-scene.ts';

type Tried = OutputOf<'tryRequest'>;
type Answer = NonNullable<Tried['answer']>;

export interface TrialResultProps {
  tried: Tried;
  picked?: (value: PickedValue) => ReactNode;
}

export function TrialResult({ tried: { sent, answer, failure }, picked }: TrialResultProps) {
  const sentTab = { value: 'sent', label: 'Sent', content: <Sent sent={sent} /> };
  if (answer === null) {
    return (
      <div className="trial-result" role="status">
        {failure === null ? null : <Failure {...failure} />}
        {sent === null ? null : <Sent sent={sent} />}
      </div>
    );
  }
  return (
    <div className="trial-result" role="status">
      <p className="trial-status">
        <Badge tone={toneOf(answer.status)}>{answer.status}</Badge> <span>{answer.ms} ms</span>
      </p>
      <Tabs
        label="Answer"
        tabs={[
          { value: 'body', label: 'Body', content: <Body answer={answer} {...(picked && { picked })} /> },
          {
            value: 'headers',
            label: 'Headers',
            count: answer.headers.length,
            content: <KeyValue facts={answer.headers.map(({ name, value }) => [name, value])} />,
          },
          sentTab,
        ]}
      />
    </div>
  );
}

function Body({ answer, picked }: { answer: Answer; picked?: TrialResultProps['picked'] }) {
  const { body, value, isBinary, isCut } = answer;
  if (isBinary) return <p className="field-hint">The body is no text: a picture or another file.</p>;
  if (body === '') return <p className="field-hint">The body is empty.</p>;
  return (
    <>
      {isCut ? <p className="field-hint">The body is long: this is its beginning.</p> : null}
      {value === undefined ? (
        <CodeBlock label="Body" value={body} />
      ) : (
        <JsonPicker key={body} value={value} {...(picked && { picked })} />
      )}
    </>
  );
}

function Failure({ says, undeclaredHost }: NonNullable<Tried['failure']>) {
  const { declareHost } = useTrialScene();
  return (
    <>
      <ProblemNote look="box" problem={{ says }} />
      {undeclaredHost === null || declareHost === undefined ? null : (
        <Button size="small" onClick={() => declareHost(undeclaredHost)}>
          Declare {undeclaredHost}, then send again
        </Button>
      )}
    </>
  );
}

function Sent({ sent }: { sent: Tried['sent'] }) {
  if (sent === null) return null;
  return (
    <div className="trial-sent">
      <CodeBlock
        label="Sent"
        value={[
          `${sent.method} ${sent.url}`,
          ...sent.headers.map(({ name, value }) => `${name}: ${value}`),
          ...(sent.body === null ? [] : ['', sent.body]),
        ].join('\n')}
      />
    </div>
  );
}

function toneOf(status: number): 'ok' | 'warn' | 'bad' {
  if (status < 300) return 'ok';
  return status < 400 ? 'warn' : 'bad';
}
