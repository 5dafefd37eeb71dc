// Brings a file of the visitor to the server; saying it comes after.

export interface Uploaded {
  /** Its path on the server. */
  readonly url: string;
  readonly name: string;
}

/** @throws Error whose message is for the visitor. */
export async function upload(file: File, { bot, token }: { bot: string; token: string }): Promise<Uploaded> {
  const query = new URLSearchParams({ bot, name: file.name });
  const answer = await fetch(`/chat/media?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => undefined);
  if (answer === undefined) throw new Error('There is no connection. Try again later.');
  const told: unknown = await answer.json().catch(() => undefined);
  if (isUploaded(told)) return told;
  throw new Error(saysOf(told) ?? 'The file could not be sent. Try again later.');
}

function isUploaded(told: unknown): told is Uploaded {
  return hasText(told, 'url') && hasText(told, 'name');
}

function saysOf(told: unknown): string | undefined {
  const error: unknown =
    typeof told === 'object' && told !== null && 'error' in told ? told.error : undefined;
  return hasText(error, 'says') ? error.says : undefined;
}

function hasText<Name extends string>(told: unknown, name: Name): told is { readonly [N in Name]: string } {
  if (typeof told !== 'object' || told === null) return false;
  return Object.entries(told).some(([key, value]) => key === name && typeof value === 'string');
}
