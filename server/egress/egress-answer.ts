// What the guarded client hands back: an answer or the reason why there is none, always as a value.

export type EgressAnswer =
  | {
      readonly is: 'answer';
      readonly status: number;
      /** Names in lower case; several headers of one name are joined with ", ". */
      readonly headers: Readonly<Record<string, string>>;
      /** Text after decompression, decoded by the charset of the content type (UTF-8 where it names none). */
      readonly body: string;
      /** The body was longer than the limit and `body` is only its beginning. */
      readonly truncated: boolean;
      /** From `send` to the last byte, redirects and waiting for a free connection included. */
      readonly ms: number;
      /** The numeric address that answered. */
      readonly remoteAddress: string;
    }
  | { readonly is: 'failed'; readonly reason: EgressFailureReason; readonly says: string };

/**
 * Whether the request may have reached the other side follows from the reason: after `timeout`, `reset`,
 * `bad-answer` and `too-large` it may have, after all others but those about redirects it has not.
 */
export type EgressFailureReason =
  | 'bad-url'
  | 'bad-request'
  | 'host-not-allowed'
  | 'blocked-address'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'too-large'
  | 'bad-answer'
  | 'too-many-redirects';

/** Carries a reason up through the parts of this folder; `send` turns it into a value, so no caller meets it. */
export class EgressFailure extends Error {
  readonly reason: EgressFailureReason;

  constructor(reason: EgressFailureReason, says: string, cause?: unknown) {
    super(says, { cause });
    this.name = 'EgressFailure';
    this.reason = reason;
  }
}
