// The query that the page was opened with, as it was written: the router reads values as JSON, and a code made of digits would change.
export const arrivedWith = globalThis.location?.search ?? '';
