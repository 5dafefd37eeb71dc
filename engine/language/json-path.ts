// JSONPath (RFC 9535) with a budget: json-p3 does the work, this keeps a hostile query or value from holding the thread.
import type { Json } from '@bellwire/model/json.ts';
import { isWithinLevels, MOST_LEVELS, ownValue } from '@bellwire/model/json.ts';
import type { JSONPathNode, JSONPathQuery } from 'json-p3';
import { JSONPathEnvironment, JSONPathError, jsonpath } from 'json-p3';
import type { Cursor, PlacedProblem } from './cursor.ts';
import { takeQuoted } from './cursor.ts';
import { LimitError } from './limit.ts';
import type { Path } from './path.ts';
import { patternFunctions } from './json-path-pattern.ts';
import { remember } from './remember.ts';
import type { Turn } from './turn.ts';
import { costOf, pay } from './turn.ts';
import { asJson } from './value.ts';

export type Picked = { ok: true; value: Json | undefined } | { ok: false; says: string };

/**
 * A compiled path. Where the value read is text that holds JSON, the path goes into that JSON.
 * The turn that a query is a part of, if any, pays for it: @throws LimitError when it cannot.
 */
export type JsonPath = {
  /** The first match, or `undefined` when there is none. */
  readonly first: (value: Json, turn?: Turn) => Picked;
  /** All matches as a list. */
  readonly all: (value: Json, turn?: Turn) => Picked;
  /** What a person expects: the one value of a path that can name one place only, else the list of all matches. */
  readonly pick: (value: Json, turn?: Turn) => Picked;
  /** The places of all matches, to change what stands there. */
  readonly places: (value: Json) => Placed;
};

export type Placed = { ok: true; places: readonly Path[] } | { ok: false; says: string };

export type CompiledJsonPath = { ok: true; jsonPath: JsonPath } | { ok: false; problem: PlacedProblem };

const LONGEST = 1_000;

/** Values one query may touch. 100,000 took 30-60 ms on the 2-core machine it was measured on. */
const MOST_VISITS = 100_000;
const VISITS_PER_STEP = 100;

/**
 * Compiles a JSONPath; the newest 500 texts are remembered.
 *
 * @example compileJsonPath('$.items[?@.price > 10].name')
 */
export const compileJsonPath: (text: string) => CompiledJsonPath = remember(500, (text) => {
  if (text.length > LONGEST) {
    return { ok: false, problem: { at: LONGEST, says: `A JSONPath has at most ${LONGEST} characters` } };
  }
  const meter: Meter = { left: 0 };
  // One environment per path: it carries the path's own meter, so nothing is shared between queries.
  const environment = new JSONPathEnvironment({ maxRecursionDepth: MOST_LEVELS + 2 });
  for (const [name, declared] of patternFunctions((cost) => spend(meter, cost))) {
    environment.functionRegister.set(name, declared);
  }
  try {
    const query = environment.compile(text);
    meterSelectors(query.segments, meter);
    return { ok: true, jsonPath: asJsonPath(text, query, meter) };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    const says = `This JSONPath does not parse: ${error.message.replace(/ \('.*$/s, '')}`;
    return { ok: false, problem: { at: error.token.index, says } };
  }
});

/** What is wrong with a path, as a whole sentence. */
export function jsonPathFault(text: string): string | undefined {
  const compiled = compileJsonPath(text);
  return compiled.ok ? undefined : `${compiled.problem.says}.`;
}

/** Takes what belongs to a JSONPath: up to a `|`, `,` or `}}` outside its brackets and quotes. */
export function takeJsonPath(cursor: Cursor): string {
  const start = cursor.at;
  let open = 0;
  while (cursor.at < cursor.text.length) {
    const next = cursor.text[cursor.at];
    if (open === 0 && (next === '|' || next === ',' || cursor.text.startsWith('}}', cursor.at))) break;
    if (open > 0 && takeQuoted(cursor) !== undefined) continue;
    if (next === '[' || next === '(') open += 1;
    if (next === ']' || next === ')') open -= 1;
    cursor.at += 1;
  }
  return cursor.text.slice(start, cursor.at).trim();
}

type Meter = { left: number };

function spend(meter: Meter, cost: number): void {
  meter.left -= cost;
  if (meter.left < 0) {
    throw new LimitError(
      `it looks at more than ${MOST_VISITS} values; make the path more exact or the data smaller`,
    );
  }
}

function asJsonPath(text: string, query: JSONPathQuery, meter: Meter): JsonPath {
  const find = (value: Json, turn: Turn | undefined): Found => {
    if (turn) pay(turn, costOf(value));
    const json = asJson(value);
    const found = nodesIn(json, query, meter, text);
    if (turn) pay(turn, Math.ceil((MOST_VISITS - meter.left) / VISITS_PER_STEP));
    return found.ok ? { ok: true, value: found.nodes.flatMap((node) => resultAt(json, node)) } : found;
  };
  const first: JsonPath['first'] = (value, turn) => {
    const found = find(value, turn);
    return found.ok ? { ok: true, value: found.value[0] } : found;
  };
  const places: JsonPath['places'] = (value) => {
    const found = nodesIn(asJson(value), query, meter, text);
    return found.ok ? { ok: true, places: found.nodes.map(({ location }) => location) } : found;
  };
  return { first, all: find, pick: query.singularQuery() ? first : find, places };
}

type Refused = { ok: false; says: string };
type Found = { ok: true; value: Json[] } | Refused;

function nodesIn(
  json: Json,
  query: JSONPathQuery,
  meter: Meter,
  text: string,
): { ok: true; nodes: readonly JSONPathNode[] } | Refused {
  if (!isWithinLevels(json)) return refused(text, `the value is nested deeper than ${MOST_LEVELS} levels`);
  meter.left = MOST_VISITS;
  try {
    return { ok: true, nodes: query.query(json).nodes };
  } catch (error) {
    if (!(error instanceof LimitError || error instanceof JSONPathError)) throw error;
    return refused(text, error.message);
  }
}

function refused(text: string, says: string): Refused {
  return { ok: false, says: `JSONPath ${text}: ${says}` };
}

/** Read again by its place, since json-p3 names no type for it; keys that reach a prototype are not found. */
function resultAt(json: Json, { location }: JSONPathNode): Json[] {
  const found = location.reduce<Json | undefined>(ownValue, json);
  return found === undefined ? [] : [found];
}

/**
 * json-p3 limits depth but not work: `$[?count($[*])>0]` over n values takes n² steps. So each selector of the
 * compiled query, those inside filters too, first pays for the values it is about to look at.
 */
function meterSelectors(part: unknown, meter: Meter): void {
  if (typeof part !== 'object' || part === null || part instanceof JSONPathEnvironment) return;
  for (const inner of Object.values(part)) meterSelectors(inner, meter);
  if (!(part instanceof jsonpath.JSONPathSelector)) return;
  const resolve = part.resolve.bind(part);
  const looksAtOne =
    part instanceof jsonpath.selectors.NameSelector || part instanceof jsonpath.selectors.IndexSelector;
  part.resolve = (node) => {
    spend(meter, looksAtOne ? 1 : 1 + sizeOf(node.value));
    return resolve(node);
  };
}

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
