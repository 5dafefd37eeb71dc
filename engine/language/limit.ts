// The refusal to go on with text or data that grew past what one step may make.

/** Characters that one template, or one function in it, may produce: enough for a page, too little for a bomb. */
export const MOST_CHARACTERS = 262_144;

/** Thrown when a template, function or value passes a limit. The message says which, and the way out. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
}
