// Spreads the input of an operation over the address, the query and the body of its request.
import { type Operation, pathPlaces, takesBody } from '@bellwire/model/operation.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

export interface WrittenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** JSON. */
  readonly body?: string;
}

/** @throws ProblemError `bad-input` where a part of the path is missing: with an empty one, another address would be asked. */
export function writeRequest({ method, path, input: { shape } }: Operation, given: object): WrittenRequest {
  const places = pathPlaces(path);
  const values = new Map<string, unknown>(Object.entries(given).filter(([, value]) => value !== undefined));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, place: string) => pathPart(place, values.get(place)));
  for (const place of places) values.delete(place);
  if (!takesBody(method)) return { method, path: `${filled}${queryOf(values)}` };
  return Object.keys(shape).length === places.length
    ? { method, path: filled }
    : { method, path: filled, body: JSON.stringify(Object.fromEntries(values)) };
}

function pathPart(place: string, value: unknown): string {
  const text = textOf(value ?? '');
  if (text !== '' && text !== '.' && text !== '..') return encodeURIComponent(text);
  throw new ProblemError('bad-input', {
    says: `"${place}" is part of the address and cannot be "${text}".`,
    complaints: [{ path: [place], says: 'This is part of the address: give a text that is not empty.' }],
  });
}

function queryOf(values: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams([...values].map(([name, value]) => [name, textOf(value)]));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
