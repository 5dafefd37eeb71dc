// The requests of a mini-app 1.0 as ours, with what its connection adds to each.
import { isJsonObject, parseJson, type Json } from '@bellwire/model/json.ts';
import { requestMethods } from '@bellwire/model/outgoing-request.ts';
import type { PlannedRequest, RequestAuth, RequestBody } from '../plan.ts';
import type { Blocks, RequestBlock } from './blocks.ts';
import { readMappings } from './mappings.ts';
import { jsonWithPlaces, ourAddress, ourPlaces, type NameOf } from './places.ts';

export interface RequestTools {
  readonly nameOf: NameOf;
  /** Whether a name stands for a text: a number is sent to the service as a number. */
  isText(name: string): boolean;
  /** The app field that gets a variable. */
  fieldFor(variable: string): string;
  readonly connection: NonNullable<Blocks['auth']>['connection'];
}

export function planRequest(request: RequestBlock, label: string, tools: RequestTools): PlannedRequest {
  const { nameOf, connection } = tools;
  const { auth, left } = takeAuth({ ...connection?.headers, ...request.headers }, nameOf);
  const wanted = request.method.toUpperCase();
  const method = requestMethods.find((known) => known === wanted) ?? 'POST';
  return {
    label,
    request: {
      method,
      url: ourAddress(request.url, nameOf),
      query: pairsOf({ ...connection?.qs, ...request.query, ...request.qs }, nameOf),
      headers: pairsOf(left, nameOf),
      ...auth,
      ...(method === 'GET' ? {} : planBody(request, tools)),
    },
    mappings: readMappings(request.mapping).map(({ path, variable }) => ({
      path,
      field: tools.fieldFor(variable),
    })),
  };
}

/** "Basic [[user]]:[[password]]" was encoded by the platform, as the format had no functions; ours has a setting for it. */
function takeAuth(
  headers: Record<string, Json>,
  nameOf: NameOf,
): { auth: RequestAuth; left: Record<string, Json> } {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  const value = typeof entry?.[1] === 'string' ? entry[1] : '';
  const left = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== entry?.[0]));
  const basic = /^basic\s+([^:]*):(.*)$/is.exec(value);
  if (basic !== null) {
    const [user = '', password = ''] = basic.slice(1).map((part) => ourPlaces(part.trim(), nameOf));
    return { auth: { auth: 'basic', user, password }, left };
  }
  const bearer = /^bearer\s+(\S.*)$/is.exec(value);
  if (bearer !== null) return { auth: { auth: 'bearer', token: ourPlaces(bearer[1] ?? '', nameOf) }, left };
  return { auth: {}, left: headers };
}

function pairsOf(record: Record<string, Json>, nameOf: NameOf): { name: string; value: string }[] {
  return Object.entries(record).map(([name, value]) => ({
    name,
    value: ourPlaces(typeof value === 'string' ? value : JSON.stringify(value), nameOf),
  }));
}

function planBody(request: RequestBlock, { nameOf, isText }: RequestTools): RequestBody {
  if (request.form !== undefined) return { body: 'form', form: pairsOf(request.form, nameOf) };
  const body = request.json ?? request.body ?? request.data;
  if (body === undefined || body === null || body === '') return {};
  const text = typeof body === 'string' ? body : undefined;
  const parsed = text === undefined ? { ok: true as const, value: body } : parseJson(text);
  if (!parsed.ok) {
    return { body: 'raw', text: ourPlaces(text ?? '', nameOf), contentType: contentTypeOf(request) };
  }
  const { value } = parsed;
  if (isJsonObject(value) && contentTypeOf(request).includes('form-urlencoded'))
    return { body: 'form', form: pairsOf(value, nameOf) };
  return { body: 'json', json: jsonWithPlaces(value, nameOf, isText) };
}

function contentTypeOf({ headers }: RequestBlock): string {
  const [, value] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return typeof value === 'string' ? value : 'text/plain; charset=utf-8';
}
