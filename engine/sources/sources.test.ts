// Tests of sources: what is asked for each page of a form, and what is read out of the answer.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { sourceSchema, type DynamicSource } from '@bellwire/model/source.ts';
import { readOptions } from './read-options.ts';
import { sourceReads, sourceRequest } from './source-request.ts';

const scope = {
  data: { auth: { key: 'k' } },
  now: '2026-03-01T12:00:00.000Z',
  zone: 'UTC',
  locale: 'en',
  random: () => 0,
};

function dynamic(change: object = {}): DynamicSource {
  const source = sourceSchema.parse({
    is: 'dynamic',
    name: 'lists',
    label: 'Lists',
    request: {
      url: 'https://api.example.com/{{input.account}}/lists',
      query: [
        { name: 'q', value: '{{search}}' },
        { name: 'cursor', value: '{{page.cursor}}' },
        { name: 'page', value: '{{page.number}}' },
        { name: 'skip', value: '{{page.offset}}' },
        { name: 'per', value: '{{page.size}}' },
      ],
    },
    list: '$.rows',
    labelPath: '$.name',
    valuePath: '$.id',
    ...change,
  });
  ok(source.is === 'dynamic');
  return source;
}

function asks(source: DynamicSource, search = '', after?: string): string {
  const built = sourceRequest(source, { inputs: { account: 'a1' }, search, after }, scope, 'k');
  return built.ok ? built.call.url.replace('https://api.example.com', '') : built.says;
}

/** What is asked page by page, until the list ends. */
function pages(source: DynamicSource, answers: readonly object[]): string[] {
  const asked: string[] = [];
  let after: string | undefined;
  for (const answer of answers) {
    asked.push(asks(source, '', after));
    const read = readOptions(source, JSON.parse(JSON.stringify(answer)), after);
    ok(read.ok);
    if (read.next === null) break;
    after = read.next;
  }
  return asked;
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `L${index + 1}` }));

test('the form, the search and the page are read; an empty parameter is not sent', () => {
  equal(asks(dynamic()), '/a1/lists?page=1&skip=0');
  equal(asks(dynamic(), 'a&b'), '/a1/lists?q=a%26b&page=1&skip=0');
  deepEqual(sourceReads(dynamic()), { inputs: ['account'], search: true });
});

test('a list is followed by its cursor, by pages and by what was seen of it', () => {
  const byCursor = dynamic({ paging: { is: 'cursor', next: '$.more' } });
  const answers = [{ rows: [], more: 'c2' }, { rows: [], more: 'c3' }, { rows: [], more: '' }, { rows: [] }];
  deepEqual(
    pages(byCursor, answers).map((address) => /cursor=(\w+)/.exec(address)?.[1]),
    [undefined, 'c2', 'c3'],
  );
  const byPage = dynamic({ paging: { is: 'page', first: 0, size: 2 } });
  const full = [{ rows: rows(2) }, { rows: rows(2) }, { rows: rows(1) }, { rows: rows(2) }];
  deepEqual(
    pages(byPage, full).map((address) => /page=(\d+)/.exec(address)?.[1]),
    ['0', '1', '2'],
  );
  const byOffset = dynamic({ paging: { is: 'offset', size: 2 } });
  deepEqual(
    pages(byOffset, full).map((address) => /skip=(\d+)&per=(\d+)/.exec(address)?.slice(1)),
    [
      ['0', '2'],
      ['2', '2'],
      ['4', '2'],
    ],
  );
});

test('a cursor that comes back unchanged ends the list', () => {
  const source = dynamic({ paging: { is: 'cursor', next: '$.more' } });
  const first = readOptions(source, { rows: [], more: 7 });
  ok(first.ok && first.next !== null);
  const second = readOptions(source, { rows: [], more: 7 }, first.next);
  equal(second.ok && second.next, null);
});

test('values become texts; what has no value is left out, what has no label shows its value', () => {
  const read = readOptions(dynamic(), {
    rows: [{ id: 7, name: 'Seven' }, { id: 8 }, { name: 'None' }, null],
  });
  deepEqual(read, {
    ok: true,
    options: [
      { label: 'Seven', value: '7' },
      { label: '8', value: '8' },
    ],
    next: null,
  });
});

test('an answer without the list is told with the path that was looked at', () => {
  for (const body of [{}, { rows: { a: 1 } }, 'sorry']) {
    const read = readOptions(dynamic(), body);
    match(read.ok ? '' : read.says, /expected at \$\.rows, but there is (nothing|something else)\.$/);
  }
});
