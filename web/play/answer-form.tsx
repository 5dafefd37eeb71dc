// The answer to a request of a play, made up by the person: a status and a body, or none at all.
import { useState } from 'react';
import { actionAsked } from '@bellwire/engine/play-stand-in.ts';
import { maskSecrets } from '@bellwire/engine/secret-mark.ts';
import type { Call, CallAnswer } from '@bellwire/model/effect.ts';
import { parseJson, type JsonObject } from '@bellwire/model/json.ts';
import { isValueType } from '../settings-form/is-value-type.ts';
import { placeAt } from '../settings-form/surroundings.ts';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { PlayGround } from './play-ground.ts';
import { suggestedBody } from './suggested-answer.ts';
import type { PlayScene } from './use-play.ts';

const MADE_UP_MS = 120;
const noAnswer: CallAnswer = {
  is: 'failed',
  reason: 'made-up',
  says: 'The other side did not answer.',
  ms: MADE_UP_MS,
};

export function AnswerForm({ play, played, ground }: PlayScene) {
  const { call } = played;
  const asked = call === null ? undefined : actionAsked(call);
  const action = asked && ground.action?.(asked.installId, asked.action);
  const visit = played.story.findLast((event) => event.is === 'visit')?.visit;
  const [status, setStatus] = useState<number | null>(200);
  const [body, setBody] = useState(() => pretty(firstBody(ground, visit?.input ?? {}, action?.outputs)));
  if (call === null) return null;
  const answer = (given: CallAnswer) => play.happen({ is: 'answer', answer: given });
  return (
    <form
      className="play-answer"
      onSubmit={(event) => {
        event.preventDefault();
        answer({ is: 'answer', status: status ?? 200, headers: {}, body: readBody(body), ms: MADE_UP_MS });
      }}
    >
      {action === undefined ? (
        <>
          <AskedRequest call={call} />
          <NumberField label="Status" required value={status} onChange={setStatus} min={100} max={599} />
        </>
      ) : (
        <p>
          <strong>{action.label}</strong> of {action.app} gives back:
        </p>
      )}
      <BodyField label={action === undefined ? 'Body' : 'Outputs'} value={body} onChange={setBody} />
      <div className="play-beginning">
        <Button look="primary" type="submit">
          Answer with this
        </Button>
        <Button onClick={() => answer(noAnswer)}>{action === undefined ? 'No answer' : 'It failed'}</Button>
      </div>
    </form>
  );
}

function BodyField(field: { label: string; value: string; onChange: (value: string) => void }) {
  return <TextArea {...field} required mono rows={4} />;
}

function AskedRequest({ call: { method, url, headers, body } }: { call: Call }) {
  const sent = [
    ...headers.map(({ name, value }) => `${name}: ${maskSecrets(value)}`),
    ...(body === null ? [] : ['', maskSecrets(body)]),
  ];
  return (
    <div className="play-asked">
      <p>
        Which answer comes to <code>{method}</code> <code>{maskSecrets(url)}</code>?
      </p>
      {sent.length === 0 ? null : (
        <details>
          <summary>What is sent</summary>
          <CodeBlock label="Request" value={sent.join('\n')} maxHeight={160} />
        </details>
      )}
    </div>
  );
}

function firstBody(
  { places }: PlayGround,
  settings: JsonObject,
  outputs: readonly { readonly name: string; readonly label: string }[] | undefined,
): JsonObject {
  if (outputs !== undefined)
    return Object.fromEntries(outputs.map(({ name, label }) => [name, `sample ${label.toLowerCase()}`]));
  return suggestedBody(settings, (field) => {
    const type = placeAt(places, field)?.type;
    return type !== undefined && isValueType(type) ? type : undefined;
  });
}

function pretty(body: JsonObject): string {
  return JSON.stringify(body, null, 2);
}

/** What is no JSON is the text it is, as an answer of a server would be. */
function readBody(text: string) {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
