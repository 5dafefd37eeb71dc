// For tests: how a refusal is expected, by its code and by words in it.
import assert from 'node:assert/strict';
import type { ProblemCode } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

/** The words may stand in the problem itself or in one of its complaints; `path` is that of the first complaint. */
export async function refused(
  work: Promise<unknown>,
  code: ProblemCode,
  words?: RegExp,
  path?: string,
): Promise<ProblemError> {
  const problem = await work.then(
    () => assert.fail('It was not refused.'),
    (error: unknown) => error,
  );
  if (!(problem instanceof ProblemError)) throw problem;
  assert.equal(problem.code, code, problem.message);
  const told = [problem.message, ...problem.complaints.map((complaint) => complaint.says)].join('\n');
  if (words !== undefined) assert.match(told, words);
  if (path !== undefined) assert.equal(problem.complaints[0]?.path.join('.'), path, told);
  return problem;
}
