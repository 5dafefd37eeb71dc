// What the options of a cURL command have gathered, before it becomes a request.
import type { OutgoingRequest } from '../outgoing-request.ts';

export interface Gathered {
  method?: string;
  url?: string;
  readonly query: Pair[];
  readonly headers: Pair[];
  /** Each `-d`, as it goes into the body. */
  readonly data: string[];
  readonly parts: NonNullable<OutgoingRequest['parts']>;
  isJson?: true;
  /** The data goes into the address. */
  isGet?: true;
  isHead?: true;
  basic?: { readonly user: string; readonly password: string };
  token?: string;
  timeoutSeconds?: number;
  readonly left: string[];
}

export interface Pair {
  readonly name: string;
  readonly value: string;
}

export function takeUrl(word: string, gathered: Gathered): void {
  if (gathered.url === undefined) gathered.url = word;
  else gathered.left.push(`"${word}" is a second address. One request calls one: add another step for it.`);
}
