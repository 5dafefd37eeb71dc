// Tells a database that is away for a moment from a query that is wrong.

/** Nothing that was asked has to be mended for the same to work a little later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if ('code' in error && typeof error.code === 'string') return awayCodes.test(error.code);
  return awayWords.test(error.message);
}

/**
 * Of PostgreSQL: connection, resources, being shut down, read-only after a failover. Of the system: the
 * connection itself.
 */
const awayCodes =
  /^(08...|53...|57P0[1-4]|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)$/;

/** The driver gives its own errors no code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
