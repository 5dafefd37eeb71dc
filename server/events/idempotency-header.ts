// The header Idempotency-Key: an idempotency key for those who cannot put one into the body.
import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '@bellwire/model/problem.ts';

const MOST_KEY_CHARACTERS = 255;

/**
 * The key, without the quotes that the IETF's draft wants around it: `"AP-1"` and `AP-1` are the same. Null where there is none.
 *
 * @throws ProblemError `bad-input` where it is empty, too long, or has signs that a header cannot carry whole.
 */
export function idempotencyHeader(headers: IncomingHttpHeaders): string | null {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  const key = String(given).replace(/^"(.*)"$/, '$1');
  if (/^[\x20-\x7e]+$/.test(key) && key.length <= MOST_KEY_CHARACTERS) return key;
  throw keyProblem(
    `The header Idempotency-Key takes 1 to ${MOST_KEY_CHARACTERS} characters of ASCII. Shorten it, or send the key in the body.`,
  );
}

/** @throws ProblemError `bad-input` where header and body disagree: whichever was taken, somebody would be surprised. */
export function oneKey(inBody: string | undefined, inHeader: string | null | undefined): string | null {
  if (inBody === undefined) return inHeader ?? null;
  if (inHeader === undefined || inHeader === null || inHeader === inBody) return inBody;
  throw keyProblem(
    `The header Idempotency-Key is "${inHeader}", but the body says "${inBody.slice(0, 60)}". Send one of the two, or the same in both.`,
  );
}

function keyProblem(says: string): ProblemError {
  return new ProblemError('bad-input', { complaints: [{ path: ['idempotencyKey'], says }] });
}
