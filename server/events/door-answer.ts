// Answers written straight to a node:http response, for the doors that pass the router by.
import type { ServerResponse } from 'node:http';

export function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  const text = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

export async function sendProblem(response: ServerResponse, problem: Response): Promise<void> {
  response.writeHead(problem.status, Object.fromEntries(problem.headers));
  response.end(await problem.text());
}
