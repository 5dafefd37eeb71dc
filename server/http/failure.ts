// Sorts what was thrown: a problem to be told, a database that is away, or a fault of ours for the log.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { ProblemError, problems } from '@bellwire/model/problem.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { answerProblem } from './answer.ts';

/** @param place What was asked, for the log: the name of an operation, or method and path. */
export function answerFailure(error: unknown, place: string, log: Logger): Response {
  const problem = asProblem(error);
  const { who } = problems[problem.code];
  if (who === 'person') {
    log.debug({ place, code: problem.code, complaints: problem.complaints }, problem.message);
    return answerProblem(problem);
  }
  if (who === 'outside') {
    log.warn({ place, code: problem.code, err: problem.cause }, problem.message);
    return answerProblem(problem);
  }
  const reference = randomUUID();
  log.error({ place, reference, err: error }, 'An operation failed in a way that nobody foresaw.');
  return answerProblem(new ProblemError('internal'), reference);
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!isDatabaseAway(error)) return new ProblemError('internal', { cause: error });
  return new ProblemError('not-ready', {
    says: 'The database cannot be reached at the moment.',
    retryAfterSeconds: 2,
    cause: error,
  });
}
