// Listens for what a service sends: an address for half an hour, each call as it comes, and one click to make it the sample.
import { Radio, Square } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { toast } from '../ui/toast.tsx';
import './listen.css';

type Capture = OutputOf<'startCapture'>;
type Call = OutputOf<'getCapture'>['rows'][number];

export interface ListenProps {
  /** Whose draft it is for. */
  target: InputOf<'startCapture'>;
  /** The sample that is made of a call `{ method, headers, query, body }`. */
  sampleOf: (payload: JsonObject) => Json;
  onSample: (sample: Json) => void;
}

export function Listen(props: ListenProps) {
  const [capture, setCapture] = useState<Capture>();
  const end = useChange('endCapture');
  if (capture === undefined) return <StartListening target={props.target} onStart={setCapture} />;
  const stop = () => {
    end.mutate({ captureId: capture.id });
    setCapture(undefined);
  };
  return (
    <section className="listen" aria-label="Calls that come in">
      <CopyField
        label="Capture address"
        value={capture.address}
        hint="Have the service call it, by any method. It works for half an hour, and nothing runs by it."
      />
      <Heard capture={capture} {...props} />
      <div>
        <Button size="small" look="quiet" icon={<Square size={13} aria-hidden />} onClick={stop}>
          Stop listening
        </Button>
      </div>
    </section>
  );
}

interface StartListeningProps extends Pick<ListenProps, 'target'> {
  onStart: (capture: Capture) => void;
}

function StartListening({ target, onStart }: StartListeningProps) {
  const start = useChange('startCapture');
  return (
    <div className="listen">
      <div>
        <Button
          icon={<Radio size={15} aria-hidden />}
          busy={start.isPending}
          onClick={() => start.mutate(target, { onSuccess: onStart })}
        >
          Listen for a call
        </Button>
      </div>
      {start.error === null ? null : <ProblemNote problem={problemWords(start.error)} />}
    </div>
  );
}

const LIVE_MS = 1000;

function Heard({ capture, sampleOf, onSample }: ListenProps & { capture: Capture }) {
  const heard = useOperation('getCapture', { captureId: capture.id }, { pollMs: LIVE_MS });
  if (heard.error !== null) return <QueryProblem error={heard.error} refetch={heard.refetch} />;
  const rows = heard.data?.rows ?? [];
  if (rows.length === 0)
    return (
      <p className="listen-wait" role="status">
        <span className="listen-pulse" aria-hidden /> Waiting for the first call…
      </p>
    );
  const use = (payload: JsonObject) => {
    onSample(sampleOf(payload));
    toast({ says: 'The call is the sample now. Click its values to map them.' });
  };
  return (
    <ol className="listen-calls">
      {rows.map((call) => (
        <HeardCall key={call.id} call={call} onUse={use} />
      ))}
    </ol>
  );
}

function HeardCall({ call, onUse }: { call: Call; onUse: (payload: JsonObject) => void }) {
  const { method, at, payload, says } = call;
  return (
    <li>
      <div className="listen-call-head">
        <code>{method}</code>
        <RelativeTime at={at} />
        {payload === null ? null : (
          <Button size="small" onClick={() => onUse(payload)}>
            Use as sample
          </Button>
        )}
      </div>
      {payload === null ? (
        <ProblemNote problem={{ says: says ?? 'It could not be read.' }} />
      ) : (
        <CodeBlock label="What came" value={payload} maxHeight={180} />
      )}
    </li>
  );
}
