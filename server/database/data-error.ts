// Tells an error of the data itself, which no retry mends, from one of the connection or the server.

/**
 * PostgreSQL's classes 22 (data exception) and 23 (integrity violation), and 54 (a limit passed).
 * Everything else (no connection, a restart, a serialisation failure) may pass by itself.
 */
export function isDataError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && /^(22|23|54)[0-9A-Z]{3}$/.test(error.code);
}
