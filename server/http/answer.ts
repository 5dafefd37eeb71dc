// Turns what an operation gives, or what stands in its way, into the HTTP answer.
import type { z } from 'zod';
import type { problemView } from '@bellwire/model/operations/views.ts';
import type { ProblemError } from '@bellwire/model/problem.ts';
import { problems } from '@bellwire/model/problem.ts';
import { viewComplaint } from './complaint-view.ts';

export function answerJson(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...apiHeaders, ...headers } });
}

/** @param reference Names the lines of the log about a problem of ours. */
export function answerProblem(problem: ProblemError, reference?: string, allow?: string): Response {
  const { status, help } = problems[problem.code];
  const error: z.infer<typeof problemView>['error'] = {
    code: problem.code,
    says: problem.message,
    help,
    complaints: problem.complaints.map(viewComplaint),
    facts: { ...problem.facts },
  };
  if (reference !== undefined) error.reference = reference;
  return answerJson({ error }, status, {
    ...(problem.retryAfterSeconds !== undefined && { 'retry-after': String(problem.retryAfterSeconds) }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(allow !== undefined && { allow }),
  });
}

/** Answers are for the one who asked: nobody in between keeps them, and no page of another site gets them. */
const apiHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
