// Tries a script with sample input, in the sandbox that flows run it in.
import { useState } from 'react';
import { Play } from 'lucide-react';
import { isJsonObject, parseJson, type JsonObject } from '@bellwire/model/json.ts';
import type { InputOf } from '@bellwire/model/operations/all.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { sampleInput } from './sample-input.ts';
import { ScriptOutcome } from './script-outcome.tsx';

/** `settings`: of the step, which name the input. */
export function ScriptTry({ code, settings }: { code: string; settings: JsonObject }) {
  const [typed, setTyped] = useState<string>();
  const [asked, setAsked] = useState<InputOf<'tryScript'>>();
  const tried = useOperation('tryScript', asked ?? { code: '' }, { enabled: asked !== undefined });
  const sample = typed ?? JSON.stringify(sampleInput(settings), null, 2);
  const input = parseJson(sample);
  const problem = input.ok && isJsonObject(input.value) ? undefined : { says: notAnObject };
  const run = (): void => {
    if (!input.ok || !isJsonObject(input.value)) return;
    const seconds = typeof settings.seconds === 'number' ? settings.seconds : undefined;
    setAsked({ code, input: input.value, ...(seconds === undefined ? {} : { seconds }) });
  };
  return (
    <div className="script-try">
      <TextArea
        label="Sample input"
        hint="Stands for the input values while you try it; it is not kept."
        mono
        value={sample}
        onChange={setTyped}
        {...(problem === undefined ? {} : { problem })}
      />
      <Button
        size="small"
        icon={<Play size={14} aria-hidden />}
        busy={tried.isFetching}
        disabled={problem !== undefined || code.trim() === ''}
        onClick={run}
      >
        Run with sample
      </Button>
      {tried.isError ? <QueryProblem error={tried.error} refetch={tried.refetch} /> : null}
      {asked === undefined || tried.data === undefined ? null : <ScriptOutcome result={tried.data} />}
    </div>
  );
}

const notAnObject = 'The sample is no JSON object. Write one, such as { "price": 10 }.';
