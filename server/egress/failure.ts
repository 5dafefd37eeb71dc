// Sorts what the HTTP client throws into the few reasons a caller can act on.
import { errors } from 'undici';
import { EgressFailure } from './egress-answer.ts';
import { errorCode } from './error-code.ts';

/** @throws The error itself where it has no code: then it is a mistake of ours and no failure of the other side. */
export function failureOf(error: unknown, host = 'The other side'): EgressFailure {
  if (error instanceof EgressFailure) return error;
  if (error instanceof errors.HTTPParserError) {
    return new EgressFailure('bad-answer', `${host} did not answer in valid HTTP.`, error);
  }
  const code = errorCode(error);
  if (code === undefined) throw error;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new EgressFailure('too-large', `${host} answered with more header lines than are read.`, error);
  }
  if (code === 'UND_ERR_INVALID_ARG') {
    return new EgressFailure('bad-request', `The request for ${host} cannot be sent. Check its headers and body.`, error);
  }
  return new EgressFailure('reset', `${host} broke off the connection (${code}).`, error);
}
