// Puts path, query and body of a request together as the one input object of its operation.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import type { Operation } from '@bellwire/model/operation.ts';
import { defaultBodyBytes, pathPlaces, takesBody } from '@bellwire/model/operation.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readJsonBody } from './body.ts';
import { mostComplaints } from './check-input.ts';
import { textProblem } from './strict-json.ts';

/**
 * Each name comes from one place only: what the path names may not be said again in the query or the body,
 * where it could name another thing than the one the address is about.
 *
 * @throws ProblemError where something is unknown, said twice, or cannot be read at all.
 */
export async function readInput(
  operation: Operation,
  request: Request,
  places: Readonly<Record<string, string>>,
): Promise<JsonObject> {
  const query = readQuery(new URL(request.url).searchParams);
  if (!takesBody(operation.method)) return together(operation, places, query);
  const [first] = Object.keys(query);
  if (first !== undefined) {
    throw badInput([
      { path: [first], says: 'Nothing is taken from the query here. Send it in the JSON body.' },
    ]);
  }
  const body = await readJsonBody(request, operation.maxBodyBytes ?? defaultBodyBytes);
  if (!isJsonObject(body)) throw badInput([{ path: [], says: 'A JSON object is expected: { … }.' }]);
  return together(operation, places, body);
}

function readQuery(given: URLSearchParams): JsonObject {
  const query = new Map<string, Json>();
  for (const [name, value] of given) {
    const says = query.has(name) ? 'This is given twice. Give it once.' : textProblem(name + value);
    if (says !== undefined) throw badInput([{ path: [name], says }]);
    query.set(name, value);
  }
  return Object.fromEntries(query);
}

function together(
  operation: Operation,
  places: Readonly<Record<string, string>>,
  rest: JsonObject,
): JsonObject {
  const complaints = Object.keys(rest).flatMap((name) => unwanted(operation, name));
  for (const [name, value] of Object.entries(places)) {
    const says = textProblem(value);
    if (says !== undefined) complaints.push({ path: [name], says });
  }
  if (complaints.length > 0) throw badInput(complaints);
  return { ...rest, ...places };
}

function unwanted(operation: Operation, name: string): Complaint[] {
  const inPath = pathPlaces(operation.path);
  if (inPath.includes(name)) {
    return [{ path: [name], says: 'This is said by the address. Leave it out here.' }];
  }
  if (Object.hasOwn(operation.input.shape, name)) return [];
  const known = Object.keys(operation.input.shape).filter((key) => !inPath.includes(key));
  const choice = known.length === 0 ? 'Nothing is taken here.' : `Known here: ${known.join(', ')}.`;
  return [{ path: [name], says: `There is no "${name.slice(0, 60)}" here. ${choice}` }];
}

/** A body of a hundred thousand unknown names is not to be answered with as many sentences. */
function badInput(complaints: readonly Complaint[]): ProblemError {
  return new ProblemError('bad-input', { complaints: complaints.slice(0, mostComplaints) });
}
