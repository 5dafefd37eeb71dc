// Reads a cURL command, as service documentation shows them and browsers copy them, into a request.
import { outgoingRequestSchema, requestMethods, type OutgoingRequest } from '../outgoing-request.ts';
import { bodyOfData, bodyOfForm } from './curl-body.ts';
import { foldHeaders } from './curl-headers.ts';
import { curlOption } from './curl-options.ts';
import { takeUrl, type Gathered, type Pair } from './gathered.ts';
import { shellWords } from './shell-words.ts';

export type CurlRead =
  | {
      readonly ok: true;
      readonly request: OutgoingRequest;
      /** What could not be taken over, a whole sentence each, with what to do instead. */
      readonly left: readonly string[];
    }
  | { readonly ok: false; readonly says: string };

const MOST_CHARACTERS = 200_000;

/**
 * Never throws. Places such as `{{auth.token}}` in the command stay what they are.
 *
 * @example readCurl("curl https://api.example.com/me -H 'Authorization: Bearer x'") // auth: 'bearer', token: 'x'
 */
export function readCurl(text: string): CurlRead {
  if (text.length > MOST_CHARACTERS)
    return refuse(
      `The command is longer than ${MOST_CHARACTERS} characters. Paste one without its long body.`,
    );
  const { words, variables, closed } = shellWords(text.trim().replace(/^[$>#]\s+/, ''));
  const [command = '', ...args] = words;
  if (!/^(?:.*[/\\])?curl(?:\.exe)?$/i.test(command))
    return refuse(
      'This is no cURL command. Paste one that begins with "curl", such as curl https://api.example.com/me.',
    );
  if (!closed) return refuse('A quote of the command is never closed. Paste the whole command.');
  const gathered: Gathered = { query: [], headers: [], data: [], parts: [], left: [] };
  takeOptions(args, gathered);
  gathered.left.push(
    ...variables.map((name) => `$${name} is a value of your shell. Put a {{place}} where it stands.`),
  );
  return toRequest(gathered);
}

function takeOptions(args: readonly string[], gathered: Gathered): void {
  let rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') {
      takeUrl(word, gathered);
      continue;
    }
    const { option, name, glued } = curlOption(word);
    if (option.value === undefined) {
      option.flag?.(gathered, name);
      // `-sSL` is three options in one word.
      if (glued !== '') rest = [`-${glued}`, ...rest];
    } else {
      option.value(gathered, glued === '' ? (rest.shift() ?? '') : glued, name);
    }
  }
}

function toRequest(gathered: Gathered): CurlRead {
  const { url, query, parts, data, left } = gathered;
  if (url === undefined || url === '')
    return refuse('The command names no address. Add one, such as https://api.example.com/me.');
  const address = splitUrl(/^[a-z][a-z0-9+.-]*:\/\/|^\{\{/i.test(url) ? url : `https://${url}`);
  const sentData = gathered.isGet ? [] : data;
  const asQuery = gathered.isGet ? bodyOfData({ ...gathered, headers: [] }).form : undefined;
  const { headers, auth, contentType } = foldHeaders(gathered);
  const body =
    parts.length > 0
      ? bodyOfForm(parts)
      : sentData.length > 0
        ? bodyOfData({ ...gathered, contentType })
        : {};
  const read = outgoingRequestSchema.safeParse({
    method: methodOf(gathered, parts.length > 0 || sentData.length > 0),
    url: address.url,
    query: [...address.query, ...query, ...(asQuery ?? [])],
    headers:
      'body' in body || contentType === undefined
        ? headers
        : [...headers, { name: 'content-type', value: contentType }],
    ...auth,
    ...body,
    ...(gathered.timeoutSeconds === undefined ? {} : { timeoutSeconds: gathered.timeoutSeconds }),
  });
  if (read.success) return { ok: true, request: read.data, left };
  const [issue] = read.error.issues;
  return refuse(
    `The ${String(issue?.path[0] ?? 'request')} of the command cannot be taken over: ${issue?.message ?? ''}. Shorten it.`,
  );
}

function methodOf({ method, isHead, left }: Gathered, carries: boolean): OutgoingRequest['method'] {
  const asked = (method ?? (isHead ? 'HEAD' : carries ? 'POST' : 'GET')).toUpperCase();
  const known = requestMethods.find((one) => one === asked);
  if (known === undefined)
    left.push(`The method ${asked} cannot be sent. Choose one of ${requestMethods.join(', ')}.`);
  return known ?? (carries ? 'POST' : 'GET');
}

/** The parameters of the address become rows, so that each can hold a place. */
function splitUrl(url: string): { url: string; query: Pair[] } {
  const [whole = ''] = url.split('#', 1);
  const mark = whole.indexOf('?');
  if (mark === -1) return { url: whole, query: [] };
  const { form } = bodyOfData({ data: [whole.slice(mark + 1)], headers: [] });
  return form === undefined ? { url: whole, query: [] } : { url: whole.slice(0, mark), query: form };
}

function refuse(says: string): CurlRead {
  return { ok: false, says };
}
