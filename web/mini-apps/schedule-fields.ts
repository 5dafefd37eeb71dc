// What is asked of a schedule and its poll, and how the forms hold them: flat, as a form is.
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { shownText } from '../settings-form/shown-text.ts';

const plain = { kind: 'text', template: false } as const;
const path = { ...plain, maxLength: 500 } as const;

export const timingFields = {
  label: { ...plain, label: 'Label', required: true, maxLength: 120 },
  comes: {
    kind: 'choice',
    label: 'Comes',
    required: true,
    options: [
      { value: 'every', label: 'Every few minutes' },
      { value: 'cron', label: 'At times of the calendar' },
    ],
  },
  minutes: {
    kind: 'number',
    label: 'Minutes in between',
    required: true,
    whole: true,
    min: 1,
    max: 10_080,
    when: { setting: 'comes', is: ['every'] },
  },
  cron: {
    ...plain,
    label: 'Times',
    about: 'Minute, hour, day of the month, month, day of the week: 0 9 * * MON-FRI is nine on workdays.',
    required: true,
    maxLength: 100,
    when: { setting: 'comes', is: ['cron'] },
  },
  zone: {
    ...plain,
    label: 'Time zone',
    about: 'Such as Europe/Berlin. Left empty, it is the one of each install.',
    maxLength: 60,
    when: { setting: 'comes', is: ['cron'] },
  },
} as const satisfies SettingFields;

export function timingToForm({ timing, ...schedule }: JsonObject): JsonObject {
  const { is = 'every', minutes = 15, cron = '0 9 * * *', zone = '' } = objectOf(timing);
  return { ...schedule, comes: is, minutes, cron, zone };
}

export function timingFromForm({ comes, minutes, cron, zone, ...schedule }: JsonObject): JsonObject {
  const timing =
    comes === 'cron'
      ? { is: 'cron', cron: cron ?? '', ...given({ zone: zone ?? '' }) }
      : { is: 'every', minutes: numberOf(minutes) };
  return { ...schedule, timing };
}

const withCursor = { setting: 'cursorFrom', is: ['answer', 'records'] } as const;

export const pollFields = {
  list: {
    ...path,
    label: 'List of records',
    about: 'JSONPath in the answer, such as $.orders.',
    required: true,
  },
  key: { ...path, label: 'Key of a record', about: 'JSONPath in one record, such as $.id.', required: true },
  order: {
    kind: 'choice',
    label: 'The service sorts',
    required: true,
    options: [
      { value: 'newest-first', label: 'Newest first' },
      { value: 'oldest-first', label: 'Oldest first' },
    ],
  },
  firstIs: {
    kind: 'choice',
    label: 'At the first poll',
    required: true,
    options: [
      { value: 'none', label: 'What is there already starts nothing' },
      { value: 'last', label: 'The newest few start' },
      { value: 'all', label: 'All start' },
    ],
  },
  firstCount: {
    kind: 'number',
    label: 'How many',
    required: true,
    whole: true,
    min: 1,
    max: 1000,
    when: { setting: 'firstIs', is: ['last'] },
  },
  cursorFrom: {
    kind: 'choice',
    label: 'The next poll goes on',
    about: 'The request sends it as {{poll.cursor}}.',
    required: true,
    options: [
      { value: 'none', label: 'Anew each time' },
      { value: 'records', label: 'From the newest record' },
      { value: 'answer', label: 'From what the answer names' },
    ],
  },
  cursorPath: {
    ...path,
    label: 'Where that stands',
    about: 'JSONPath, such as $.created_at.',
    required: true,
    when: withCursor,
  },
  cursorType: {
    kind: 'choice',
    label: 'It is',
    required: true,
    options: [
      { value: 'date', label: 'A date' },
      { value: 'number', label: 'A number' },
      { value: 'text', label: 'A text' },
    ],
    when: withCursor,
  },
  overlap: {
    kind: 'number',
    label: 'Overlap',
    about:
      'How far back each poll looks for records that turn up late: seconds of a date, or as much of a number.',
    min: 0,
    when: withCursor,
  },
  paging: {
    kind: 'choice',
    label: 'Pages',
    required: true,
    options: [
      { value: 'one', label: 'One answer is all' },
      { value: 'count', label: 'Counted: {{poll.page}} or {{poll.offset}}' },
      { value: 'next', label: 'Named by the answer: {{poll.next}}' },
    ],
  },
  next: {
    ...path,
    label: 'Where the next page is named',
    required: true,
    when: { setting: 'paging', is: ['next'] },
  },
  most: {
    kind: 'number',
    label: 'Pages in one turn',
    whole: true,
    min: 1,
    max: 100,
    when: { setting: 'paging', is: ['count', 'next'] },
  },
  customerId: {
    ...path,
    label: 'Customer id of the contact',
    about: 'JSONPath in one record. All empty: the flow runs for no contact.',
  },
  email: { ...path, label: 'E-mail of the contact' },
  phone: { ...path, label: 'Phone of the contact' },
  channelUserId: { ...path, label: 'Channel user id of the contact' },
} as const satisfies SettingFields;

const contactNames = ['customerId', 'email', 'phone', 'channelUserId'] as const;

export function pollToForm({ first, cursor, pages, contact, ...poll }: JsonObject): JsonObject {
  const { is: firstIs = 'none', count: firstCount = 10 } = objectOf(first);
  const { from = 'none', path: cursorPath = '', type = 'date', overlap = 0 } = objectOf(cursor);
  const { next = '', most = 10, first: firstPage = 1 } = objectOf(pages);
  const paging = pages === undefined ? 'one' : next === '' ? 'count' : 'next';
  const found = objectOf(contact);
  return {
    ...poll,
    firstIs,
    firstCount,
    cursorFrom: from,
    cursorPath,
    cursorType: type,
    overlap,
    paging,
    next,
    most,
    firstPage,
    ...Object.fromEntries(contactNames.map((name) => [name, found[name] ?? ''])),
  };
}

export function pollFromForm(values: JsonObject): JsonObject {
  const { firstIs = 'none', firstCount, paging, firstPage = 1, next = '', most } = values;
  const { cursorFrom = 'none', cursorPath = '', cursorType = 'text', overlap } = values;
  const contact = given(Object.fromEntries(contactNames.map((name) => [name, values[name] ?? ''])));
  return {
    ...picked(values, ['request', 'list', 'key', 'order', 'mappings']),
    first: firstIs === 'last' ? { is: 'last', count: numberOf(firstCount) } : { is: firstIs },
    ...(cursorFrom !== 'none' && {
      cursor: { from: cursorFrom, path: cursorPath, type: cursorType, overlap: numberOf(overlap) },
    }),
    ...(paging !== 'one' && {
      pages: { most: numberOf(most), first: firstPage, ...(paging === 'next' && { next }) },
    }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
}

function picked(values: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** An emptied text is no value at all. */
function given(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function numberOf(value: Json | undefined): number {
  return Number(shownText(value));
}
