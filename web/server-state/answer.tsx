// What stands in the place of an answer: grey lines until it is there, its problem, or what is made of it.
import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { QueryProblem } from './query-problem.tsx';

export interface AnswerProps<Data> {
  query: UseQueryResult<Data, ProblemError>;
  /** Pixels that the grey lines take. */
  height?: number;
  children: (data: Data) => ReactNode;
}

/** @example <Answer query={useOperation('getBot', { botId })}>{(bot) => <h1>{bot.name}</h1>}</Answer> */
export function Answer<Data>({ query, height = 240, children }: AnswerProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  return query.error === null ? (
    <Skeleton height={height} />
  ) : (
    <QueryProblem {...query} error={query.error} />
  );
}
