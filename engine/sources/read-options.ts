// Reads the options of a select out of an answer, and where the list goes on.
import type { Json } from '@bellwire/model/json.ts';
import type { DynamicSource, Option } from '@bellwire/model/source.ts';
import { asText } from '../language/as-text.ts';
import { pickByPath } from '../pick-by-path.ts';
import { readAnswer } from '../requests/read-answer.ts';

export type OptionsRead =
  | {
      readonly ok: true;
      readonly options: readonly Option[];
      /** To be given as `after` for the next page; null where the list ends. */
      readonly next: string | null;
    }
  | { readonly ok: false; readonly says: string };

/** A page of more than anybody scrolls through is cut: the service should page, or search. */
const MOST_OPTIONS = 1000;

/**
 * Entries without a value are left out, those without a label show their value. `after` is what the page was asked with.
 *
 * @example readOptions({ ...source, list: '$', labelPath: '$.name', valuePath: '$.id' }, [{ id: 1, name: 'A' }])
 */
export function readOptions(source: DynamicSource, body: Json, after?: string): OptionsRead {
  const answer = readAnswer(source.request, body);
  const list = pickByPath(source.list, answer);
  if (!Array.isArray(list)) {
    const found = list === undefined ? 'nothing' : 'something else';
    return { ok: false, says: `The list of options is expected at ${source.list}, but there is ${found}.` };
  }
  const options = list.slice(0, MOST_OPTIONS).flatMap((entry) => optionOf(source, entry));
  return { ok: true, options, next: nextAfter(source, answer, list.length, after) };
}

function optionOf({ labelPath, valuePath }: DynamicSource, entry: Json): Option[] {
  const value = asText(pickByPath(valuePath, entry)).slice(0, 500);
  const label = asText(pickByPath(labelPath, entry)).slice(0, 200);
  return value === '' ? [] : [{ label: label.trim() === '' ? value.slice(0, 200) : label, value }];
}

function nextAfter(
  { paging }: DynamicSource,
  answer: Json,
  count: number,
  after: string | undefined,
): string | null {
  if (paging === undefined) return null;
  if (paging.is === 'cursor') {
    const cursor = pickByPath(paging.next, answer);
    const isEnd = cursor === undefined || cursor === null || cursor === '' || cursor === false;
    const next = isEnd ? null : JSON.stringify({ cursor });
    // A service that gives the same cursor again would be asked for ever.
    return next === after ? null : next;
  }
  if (count < paging.size) return null;
  const { pages, offset } = countsOf(after);
  return JSON.stringify(paging.is === 'page' ? { pages: pages + 1 } : { offset: offset + count });
}

function countsOf(after = '{}'): { pages: number; offset: number } {
  const [, key, count] = /^\{"(pages|offset)":(\d+)\}$/.exec(after) ?? [];
  return { pages: key === 'pages' ? Number(count) : 0, offset: key === 'offset' ? Number(count) : 0 };
}
