// Reads the short code out of whatever was thrown, for texts and for sorting failures.

/** The `code` of a Node error ("ECONNREFUSED"); undefined for errors that have none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
