// Reads the answer of an operation: what it declares, or the problem it tells of.
import type { z } from 'zod';
import { problemView } from '@bellwire/model/operations/views.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

/** @throws ProblemError as told by the server; `outside-failed` for an answer that is not of this API. */
export async function readAnswer<Output>(response: Response, output: z.ZodType<Output>): Promise<Output> {
  const json = await readJson(response);
  if (!response.ok) throw problemOf(response, json);
  const read = output.safeParse(json);
  if (read.success) return read.data;
  const { path = [], message = '' } = read.error.issues[0] ?? {};
  throw new ProblemError('outside-failed', {
    says: `${placeOf(response)} answered in a shape that this client does not know, at "${path.join('.')}": ${message}. Use the client of the server's version.`,
    cause: read.error,
  });
}

/** What an answer that is no success tells of. */
export async function problemOfAnswer(response: Response): Promise<ProblemError> {
  return problemOf(response, await readJson(response));
}

function problemOf(response: Response, json: unknown): ProblemError {
  const read = problemView.safeParse(json);
  if (!read.success) {
    return new ProblemError('outside-failed', {
      says: `${placeOf(response)} answered with the status ${response.status}, but not as this API does. Check the address.`,
      facts: { status: response.status },
    });
  }
  const { code, says, complaints, facts, reference } = read.data.error;
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError(code, {
    says,
    complaints: complaints.map(({ path, says, level }) => ({
      path,
      says,
      ...(level === 'warning' && { level }),
    })),
    facts: reference === undefined ? facts : { ...facts, reference },
    ...(Number.isFinite(wait) && { retryAfterSeconds: wait }),
  });
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Without the query, which may hold what is nobody's business. */
function placeOf({ url }: Response): string {
  return url === '' ? 'The server' : url.replace(/\?.*$/, '');
}
