// What came of a script: what it returned or why it failed, with what it wrote to the console.
import type { ScriptResult } from '@bellwire/model/script.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

export function ScriptOutcome({ result }: { result: ScriptResult }) {
  return (
    <>
      {result.is === 'computed' ? (
        <CodeBlock
          label={`Result, after ${Math.round(result.ms)} ms`}
          value={result.value ?? 'null'}
          maxHeight={160}
        />
      ) : (
        <ProblemNote look="box" problem={{ says: `${result.says}${inLine(result.line)}.` }} />
      )}
      {result.logs.length === 0 ? null : (
        <CodeBlock label="Console" value={result.logs.join('\n')} maxHeight={160} />
      )}
    </>
  );
}

function inLine(line: number | null): string {
  return line === null ? '' : `, in line ${line}`;
}
