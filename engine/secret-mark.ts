// Secrets never enter the engine: a template gets a mark, and only the outgoing client, at the last moment, puts the secret in its place.

const MARK = /⟦secret:([a-z0-9_-]+):[a-f0-9]+⟧/g;

/** `seal` is not guessable by a contact, so a mark typed into a chat is never taken for one. */
export function secretMark(name: string, seal: string): string {
  return `⟦secret:${name}:${seal}⟧`;
}

/** For everything that is kept or shown. */
export function maskSecrets(text: string): string {
  return text.includes('⟦') ? text.replace(MARK, '•••') : text;
}

/** Puts secrets in place of the marks that carry this seal; other texts that look like a mark stay as they are. */
export function openMarks(text: string, seal: string, secretOf: (name: string) => string | undefined): string {
  if (!text.includes('⟦')) return text;
  return text.replace(MARK, (mark, name: string) => (mark === secretMark(name, seal) ? (secretOf(name) ?? '') : mark));
}
