// What stands in place of an answer that could not be had: the words, and a way to ask again.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { problemWords } from './problem-words.ts';

export function QueryProblem({ error, refetch }: { error: ProblemError; refetch: () => unknown }) {
  return (
    <ProblemNote
      look="box"
      problem={problemWords(error)}
      act={<Button onClick={() => void refetch()}>Try again</Button>}
    />
  );
}

/**
 * The rows, the problem and the way to ask again, as a Table wants them.
 *
 * @example <Table {...tableState(bots, (answer) => answer.rows)} label="Bots" … />
 */
export function tableState<Answer, Row>(
  query: UseQueryResult<Answer, ProblemError>,
  rowsOf: (answer: Answer) => readonly Row[],
) {
  const { data, error, refetch } = query;
  return {
    rows: data === undefined ? undefined : rowsOf(data),
    ...(error !== null && data === undefined && { problem: problemWords(error) }),
    onRetry: () => void refetch(),
  };
}
