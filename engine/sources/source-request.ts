// What a dynamic source asks, for one page of one form: the request with its places filled, and what it reads of the form.
import type { JsonObject } from '@bellwire/model/json.ts';
import { jsonObject, isJsonObject, parseJson } from '@bellwire/model/json.ts';
import type { DynamicSource } from '@bellwire/model/source.ts';
import { asText } from '../language/as-text.ts';
import { fill, referencesIn } from '../language/fill.ts';
import { LimitError } from '../language/limit.ts';
import type { Scope } from '../language/scope.ts';
import { fillRequest } from '../requests/fill-request.ts';
import type { Built } from '../requests/build-call.ts';

export interface OptionsAsked {
  /** What the form holds so far, by the names of its inputs. */
  readonly inputs: JsonObject;
  readonly search: string;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

/** `scope.data` has `auth` and `install`; the form's own places are added here. */
export function sourceRequest(source: DynamicSource, asked: OptionsAsked, scope: Scope, key: string): Built {
  const page = pageOf(source, asked.after);
  const within = { ...scope, data: { ...scope.data, input: asked.inputs, search: asked.search, page } };
  try {
    // The first page has no cursor and an open list no search: services take an empty parameter for a wrong one.
    const query = source.request.query.filter(({ value }) => asText(fill(value, within)) !== '');
    return fillRequest({ ...source.request, query }, within, key);
  } catch (error) {
    if (error instanceof LimitError) return { ok: false, says: error.message };
    throw error;
  }
}

export interface SourceReads {
  /** The names of the inputs of the same form that the options depend on. */
  readonly inputs: readonly string[];
  /** The service does the searching; else the list is searched here. */
  readonly search: boolean;
}

export function sourceReads({ request }: DynamicSource): SourceReads {
  const paths = referencesIn(jsonObject(request));
  const inputs = paths.flatMap((path) => /^input(?:\.([\w-]+)|\["([\w-]+)"\])/.exec(path)?.slice(1) ?? []);
  return {
    inputs: [...new Set(inputs.filter((name) => name !== undefined))],
    search: paths.includes('search'),
  };
}

/** The place in a list that is asked for, as `after` names it: a cursor, or the number of entries and pages before it. */
function pageOf({ paging }: DynamicSource, after: string | undefined): JsonObject {
  const parsed = after === undefined ? undefined : parseJson(after);
  const at = parsed?.ok === true && isJsonObject(parsed.value) ? parsed.value : {};
  const { cursor = '', pages = 0, offset = 0 } = at;
  return {
    cursor: asText(cursor),
    number: (paging?.is === 'page' ? paging.first : 1) + Number(pages),
    offset: Number(offset),
    size: paging === undefined || paging.is === 'cursor' ? '' : paging.size,
  };
}
