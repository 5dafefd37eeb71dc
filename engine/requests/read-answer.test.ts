// Tests of how answers are read: tables as spreadsheets write them, forms, and the part that is wanted.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readAnswer } from './read-answer.ts';
import { readCsv } from './read-csv.ts';

test('a table becomes a list of objects, whatever parts its columns', () => {
  deepEqual(readCsv('id;name\n1;"Ann; ""B."""\r\n\r\n2;'), [
    { id: '1', name: 'Ann; "B."' },
    { id: '2', name: '' },
  ]);
  deepEqual(readCsv('\uFEFFa\tb\n1\t2\t3'), [{ a: '1', b: '2' }]);
  deepEqual(readCsv(''), []);
  deepEqual(readCsv('a,b\n"open,1'), [{ a: 'open,1', b: '' }]);
});

test('whatever cells hold, they come back as they were written', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' ', 'é') });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
      deepEqual(
        readCsv(['x,y', ...written].join('\n')),
        rows.map(([x, y]) => ({ x, y })),
      );
    }),
  );
});

test('any text is read as some table, in time that grows with its length only', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(readCsv(text))));
  equal(readCsv(`a\n${'"'.repeat(1_000_001)}`).length, 1);
});

test('an answer is read by its form, then only the wanted part is looked at', () => {
  deepEqual(readAnswer({ answer: 'form' }, 'a=1&b=x%20y\n'), { a: '1', b: 'x y' });
  equal(readAnswer({ answer: 'text' }, { a: 1 }), '{"a":1}');
  deepEqual(readAnswer({ answer: 'auto', answerPath: '$.data' }, { data: [1] }), [1]);
  equal(readAnswer({ answer: 'auto', answerPath: '$.nothing' }, { data: [1] }), null);
  equal(readAnswer({ answer: 'csv', answerPath: '$[1].id' }, 'id\n1\n2'), '2');
});
