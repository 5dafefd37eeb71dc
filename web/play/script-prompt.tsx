// A script that a play has come to: it is run in the sandbox of the server, and the play goes on with its result.
import { SkipForward } from 'lucide-react';
import { MOST_SCRIPT_MS, type Script } from '@bellwire/model/script.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { ScriptOutcome } from '../settings-form/script-outcome.tsx';
import type { Play } from './use-play.ts';

export function ScriptPrompt({ play, script }: { play: Play; script: Script }) {
  const { code, input, timeoutMs } = script;
  const seconds = Math.min(timeoutMs, MOST_SCRIPT_MS) / 1000;
  const tried = useOperation('tryScript', { code, input, seconds });
  const { data } = tried;
  if (data === undefined)
    return tried.isError ? (
      <QueryProblem error={tried.error} refetch={tried.refetch} />
    ) : (
      <p className="play-quiet" role="status">
        The script runs in the sandbox…
      </p>
    );
  return (
    <>
      <ScriptOutcome result={data} />
      <Button
        look="primary"
        icon={<SkipForward size={15} aria-hidden />}
        onClick={() => play.happen({ is: 'computed', result: data })}
      >
        Go on with this result
      </Button>
    </>
  );
}
