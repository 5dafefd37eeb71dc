// Every way a thing can be wrong, in one table: who must act, the HTTP status, and the words a person reads.
import type { Json } from './json.ts';

/**
 * `person`: the caller or owner can mend it, it is shown beside the place and never retried.
 * `outside`: the other side of a wire failed, it is retried with pauses.
 * `us`: our fault, logged with its stack, and shown only as "internal".
 */
type Who = 'person' | 'outside' | 'us';

interface ProblemKind {
  readonly who: Who;
  readonly status: number;
  readonly title: string;
  /** The way out, for a person who has never read our docs. */
  readonly help: string;
}

export const problems = {
  'bad-json': {
    who: 'person',
    status: 400,
    title: 'The body is not valid JSON.',
    help: 'Send one JSON value, encoded as UTF-8, with the content type application/json.',
  },
  'bad-input': {
    who: 'person',
    status: 422,
    title: 'Some of the input is not as expected.',
    help: 'Each problem names the place, what was expected and what to do.',
  },
  'body-too-large': {
    who: 'person',
    status: 413,
    title: 'The body is too large.',
    help: 'Send less data: put large content behind an address and send the address.',
  },
  'not-signed-in': {
    who: 'person',
    status: 401,
    title: 'Nobody is signed in.',
    help: 'Sign in, or send an API key as "Authorization: Bearer bw_key_…".',
  },
  'wrong-credentials': {
    who: 'person',
    status: 401,
    title: 'The e-mail address or the password is wrong.',
    help: 'Check both and try again.',
  },
  'key-unknown': {
    who: 'person',
    status: 401,
    title: 'This key is not known.',
    help: 'Check that the whole key was copied, or make a new one.',
  },
  'key-expired': {
    who: 'person',
    status: 401,
    title: 'This key has expired.',
    help: 'Make a new key and use it in place of this one.',
  },
  'key-revoked': {
    who: 'person',
    status: 401,
    title: 'This key has been revoked.',
    help: 'Make a new key and use it in place of this one.',
  },
  'install-gone': {
    who: 'person',
    status: 401,
    title: 'The app that this key belongs to has been uninstalled.',
    help: 'Install the app again: the new install comes with a new key.',
  },
  forbidden: {
    who: 'person',
    status: 403,
    title: 'This is not allowed with the role or the scopes at hand.',
    help: 'Ask an admin of the workspace for the role, or use a key that has the scope named here.',
  },
  'bad-origin': {
    who: 'person',
    status: 403,
    title: 'The request came from another web site.',
    help: 'Use the pages of this server, or an API key.',
  },
  'not-found': {
    who: 'person',
    status: 404,
    title: 'There is nothing at this address.',
    help: 'It may have been removed, or belong to another workspace.',
  },
  'wrong-method': {
    who: 'person',
    status: 405,
    title: 'This address does not take that method.',
    help: 'The Allow header names the methods it takes.',
  },
  conflict: {
    who: 'person',
    status: 409,
    title: 'This is in the way of something that is already there.',
    help: 'Choose another name, or change the one that is there.',
  },
  'stale-edit': {
    who: 'person',
    status: 409,
    title: 'Somebody else has changed this meanwhile.',
    help: 'Load the newest state; your change can then be made again on top of it.',
  },
  'key-reused': {
    who: 'person',
    status: 409,
    title: 'This idempotency key was already used with another body.',
    help: 'Use one key for one event: send the same body again, or take a new key.',
  },
  gone: {
    who: 'person',
    status: 410,
    title: 'This address has been used, or its time is over.',
    help: 'Ask for a new one.',
  },
  'not-publishable': {
    who: 'person',
    status: 422,
    title: 'The draft has problems that stop it from being published.',
    help: 'Mend the problems listed here, then publish again.',
  },
  'contract-mismatch': {
    who: 'person',
    status: 422,
    title: "The items do not fit the trigger's contract.",
    help: 'Send each item with the type that the trigger declares.',
  },
  'unknown-trigger': {
    who: 'person',
    status: 422,
    title: 'The app has no trigger of this name.',
    help: 'Use a trigger name of the installed version of the app.',
  },
  'too-many-requests': {
    who: 'person',
    status: 429,
    title: 'Too many requests in a short time.',
    help: 'Wait as long as the Retry-After header says, then go on.',
  },
  'outside-failed': {
    who: 'outside',
    status: 502,
    title: 'The other side did not answer as it should.',
    help: 'The details say what it answered. It is tried again by itself where that can help.',
  },
  'not-ready': {
    who: 'outside',
    status: 503,
    title: 'The server is not ready.',
    help: 'Try again in a moment.',
  },
  internal: {
    who: 'us',
    status: 500,
    title: 'Something went wrong on our side.',
    help: 'It has been written to the log under the reference given here. Try again; if it stays, report the reference.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isProblemCode);

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** One wrong place: a path into what was sent (`['triggers', 0, 'items', 1, 'field']`), and the words beside it. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  /** What is wrong, what was expected, and what to do, in one or two sentences. */
  readonly says: string;
  /** A warning does not stop publishing. */
  readonly level?: 'warning';
}

interface ProblemDetails {
  /** More exact words than the table's title, where there are any. */
  readonly says?: string;
  readonly complaints?: readonly Complaint[];
  readonly facts?: Readonly<Record<string, Json>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Thrown where work cannot go on; becomes the answer of the API, or the reason in a story. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly complaints: readonly Complaint[];
  readonly facts: Readonly<Record<string, Json>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.says ?? problems[code].title, { cause: details.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.complaints = details.complaints ?? [];
    this.facts = details.facts ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
