// Answers written straight to a node:http response, for the doors that pass the router by.
import type { ServerResponse } from 'node:http';
import { TooManyFires, type Allowance } from '../limits/fire-limits.ts';

/** What was taken in, and what the sender may still send. */
export interface Taken {
  readonly answer: unknown;
  readonly allowance: Allowance;
}

export function sendTaken(response: ServerResponse, { answer, allowance }: Taken): void {
  const text = JSON.stringify(answer);
  response.writeHead(202, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...allowance.headers(),
  });
  response.end(text);
}

/** @param error What was thrown: a limit that was met has headers of its own. */
export async function sendProblem(
  response: ServerResponse,
  problem: Response,
  error: unknown,
): Promise<void> {
  const more = error instanceof TooManyFires ? error.headers : {};
  response.writeHead(problem.status, { ...Object.fromEntries(problem.headers), ...more });
  response.end(await problem.text());
}
