// The body of a cURL command: its data as JSON, as a form or as it stands; its form with files.
import { parseJson } from '../json.ts';
import type { OutgoingRequest } from '../outgoing-request.ts';
import type { Pair } from './gathered.ts';

interface Data {
  readonly data: readonly string[];
  readonly isJson?: true;
  /** As a header of the command says it. */
  readonly contentType?: string | undefined;
}

type Body = Pick<Partial<OutgoingRequest>, 'body' | 'json' | 'form' | 'parts' | 'text' | 'contentType'>;

/**
 * curl itself sends all data as a form where no header says otherwise. Who pastes JSON without one means JSON all the same.
 */
export function bodyOfData({ data, isJson, contentType = '' }: Data & { headers?: readonly Pair[] }): Body {
  const text = isJson ? data.join('') : data.join('&');
  const saysJson = isJson === true || /[/+]json\b/i.test(contentType);
  if (saysJson || contentType === '') {
    const parsed = parseJson(text);
    const looksLikeJson = parsed.ok && typeof parsed.value === 'object' && parsed.value !== null;
    if (looksLikeJson || (saysJson && isTemplate(text))) return { body: 'json', json: text };
  }
  const isForm = contentType === '' || /^application\/x-www-form-urlencoded/i.test(contentType);
  const form = isForm ? readForm(text) : undefined;
  if (form !== undefined) return { body: 'form', form };
  const type = contentType || (isJson ? 'application/json' : 'application/x-www-form-urlencoded');
  return { body: 'raw', text, contentType: type };
}

export function bodyOfForm(parts: NonNullable<OutgoingRequest['parts']>): Body {
  return { body: 'multipart', parts };
}

function isTemplate(text: string): boolean {
  return /\{\{[^{}]+\}\}/.test(text);
}

/** Undefined where the text, written as a form again, would be another one. */
function readForm(text: string): Pair[] | undefined {
  if (text === '') return [];
  const pairs: Pair[] = [];
  for (const piece of text.split('&')) {
    const equals = piece.indexOf('=');
    const name = decoded(piece.slice(0, equals));
    const value = decoded(piece.slice(equals + 1));
    if (equals < 1 || name === undefined || value === undefined) return undefined;
    pairs.push({ name, value });
  }
  return pairs;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
