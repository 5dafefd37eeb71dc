// What is asked of a source, and how the form holds it.
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';

const plain = { kind: 'text', template: false } as const;
const path = { ...plain, required: true, maxLength: 500 } as const;
const paged = (...kinds: string[]) => ({ setting: 'paging', is: kinds });

export const sourceLabelFields = {
  label: { ...plain, label: 'Label', required: true, maxLength: 120 },
} as const satisfies SettingFields;

export const sourceListFields = {
  list: { ...path, label: 'The list', about: 'Where it is in the answer.', placeholder: '$.data' },
  labelPath: { ...path, label: 'Label', about: 'Inside one entry of the list.', placeholder: '$.name' },
  valuePath: { ...path, label: 'Value', about: 'Inside one entry of the list.', placeholder: '$.id' },
  paging: {
    kind: 'choice',
    label: 'Longer lists',
    options: [
      { value: 'none', label: 'Come whole' },
      { value: 'cursor', label: 'Go on at a cursor: {{page.cursor}}' },
      { value: 'page', label: 'Have numbered pages: {{page.number}}' },
      { value: 'offset', label: 'Skip what was seen: {{page.offset}}' },
    ],
    required: true,
    default: 'none',
  },
  next: {
    ...path,
    label: 'The next cursor',
    about: 'Where it is in the answer.',
    placeholder: '$.next',
    when: paged('cursor'),
  },
  first: {
    kind: 'number',
    label: 'Number of the first page',
    required: true,
    whole: true,
    min: 0,
    max: 1,
    default: 1,
    when: paged('page'),
  },
  size: {
    kind: 'number',
    label: 'Entries of a page',
    about: 'Put {{page.size}} into a parameter where the service wants to be told.',
    required: true,
    whole: true,
    min: 1,
    max: 1000,
    default: 50,
    when: paged('page', 'offset'),
  },
  cacheSeconds: {
    kind: 'number',
    label: 'Keep an answer for, in seconds',
    about: 'The same question is not asked again meanwhile.',
    whole: true,
    min: 0,
    max: 3600,
    default: 0,
  },
} as const satisfies SettingFields;

/** The form is flat, the source is not. */
export function pagingToForm({ paging, ...source }: JsonObject): JsonObject {
  if (!isJsonObject(paging)) return { ...source, paging: 'none' };
  const { is = 'none', ...rest } = paging;
  return { ...source, ...rest, paging: is };
}

export function pagingFromForm({ paging, next, first, size, ...source }: JsonObject): JsonObject {
  const sized = size === undefined ? {} : { size };
  if (paging === 'cursor') return { ...source, paging: { is: paging, next: next ?? '' } };
  if (paging === 'page')
    return { ...source, paging: { is: paging, ...(first === undefined ? {} : { first }), ...sized } };
  return paging === 'offset' ? { ...source, paging: { is: paging, ...sized } } : source;
}
