// Reads a text as JSON or YAML, and knows where each value stands; what would blow up the server is refused.
import { isNode, LineCounter, parseDocument } from 'yaml';
import { parseJson, type Json } from '@bellwire/model/json.ts';
import { readJsonText, type Place } from '@bellwire/model/json-text.ts';
import type { Path } from '@bellwire/model/settings/kind.ts';

export interface Document {
  readonly value: Json;
  placeOf(path: Path): Place;
}

type DocumentRead =
  | ({ readonly ok: true } & Document)
  | { readonly ok: false; readonly says: string; readonly place: Place };

/** Parsing takes about a second for each megabyte, and nothing else is answered meanwhile. */
const MOST_YAML_CHARACTERS = 1_000_000;
/** How many values the anchors of a document may stand for: "a billion laughs" needs far more. */
const MOST_ALIASES = 1_000;
const MOST_COLLECTIONS_OPEN = 200;

export function readDocument(text: string): DocumentRead {
  return /^\uFEFF?\s*[[{"]/.test(text) ? readJson(text) : readYaml(text);
}

function readJson(text: string): DocumentRead {
  const read = readJsonText(text);
  return read.ok ? { ok: true, value: read.value, placeOf: (path) => read.placeOf(path) } : read;
}

function readYaml(text: string): DocumentRead {
  const start = { line: 1, column: 1 };
  if (text.length > MOST_YAML_CHARACTERS) {
    const says = `This YAML is longer than ${MOST_YAML_CHARACTERS} characters. Leave out what is not needed, or convert it to JSON.`;
    return { ok: false, says, place: start };
  }
  if (opensTooMany(text))
    return { ok: false, says: 'This is nested too deep to be read. Flatten it.', place: start };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    strict: true,
    uniqueKeys: true,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const [words = 'It cannot be read'] = error.message.split(/ at line |:\n/, 1);
    return { ok: false, says: `This is not valid YAML: ${words}.`, place: placeAt(error.pos[0]) };
  }
  return valueOf(
    () => document.toJS({ maxAliasCount: MOST_ALIASES }),
    (path) => {
      const node = nearestNode(document, path);
      return node === undefined ? start : placeAt(node);
    },
  );
}

/** By way of JSON text: YAML has dates, and keys that are no text. */
function valueOf(read: () => unknown, placeOf: Document['placeOf']): DocumentRead {
  const place = { line: 1, column: 1 };
  try {
    const parsed = parseJson(JSON.stringify(read()) ?? 'null');
    return parsed.ok
      ? { ok: true, value: parsed.value, placeOf }
      : { ok: false, says: `This document ${parsed.says}.`, place };
  } catch {
    const says = `This document repeats itself more than ${MOST_ALIASES} times by its anchors. Write it out without them.`;
    return { ok: false, says, place };
  }
}

function nearestNode(document: ReturnType<typeof parseDocument>, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

/** The parser calls itself for each level, so the levels are counted before it is asked. */
function opensTooMany(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[[{\]}]/g)) {
    open += mark === '[' || mark === '{' ? 1 : -1;
    if (open > MOST_COLLECTIONS_OPEN) return true;
  }
  return /^ {400}/m.test(text) || /(?:- ){200}/.test(text) || /(?:\? ){200}/.test(text);
}
