// Reads an answer's body as the request says: the form of its text, then only the part that is wanted.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { asText } from '../language/as-text.ts';
import { pickByPath } from '../pick-by-path.ts';
import { readCsv } from './read-csv.ts';

interface Reading {
  readonly answer: OutgoingRequest['answer'];
  readonly answerPath?: string | undefined;
}

const forms: Readonly<Record<OutgoingRequest['answer'], (body: Json) => Json>> = {
  auto: (body) => body,
  text: asText,
  csv: (body) => readCsv(asText(body)),
  form: (body) => readForm(asText(body)),
};

/**
 * `body` is what came: a value where the text was JSON, else the text. Null where the wanted part is not there.
 *
 * @example readAnswer({ answer: 'csv' }, 'id,name\n1,Ann') // [{ id: '1', name: 'Ann' }]
 */
export function readAnswer({ answer, answerPath }: Reading, body: Json): Json {
  const value = forms[answer](body);
  return answerPath === undefined || answerPath === '' ? value : (pickByPath(answerPath, value) ?? null);
}

/** Of several values of one name the last counts, as in the mapping of a web form. */
function readForm(text: string): JsonObject {
  return Object.fromEntries(new URLSearchParams(text.trim()));
}
