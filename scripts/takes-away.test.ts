// Tests of what counts as taking away, and what as adding.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takesAway } from './takes-away.ts';

const linesOf = (text: string): number[] => takesAway(text).map(({ line }) => line);

test('new tables, columns that may be empty or have a default, and indexes take nothing away', () => {
  for (const text of [
    'create table note (id uuid primary key, says text not null check (says <> $$$$));',
    'alter table run add column note text;',
    `alter table run add column note text not null default '', add column n int;`,
    'alter table run add column n int not null generated always as (1) stored;',
    'create index on run (flow_id); drop index run_old;',
    'alter table run alter column note drop not null;',
    '-- We do not drop table run.\nselect 1;',
  ])
    assert.deepEqual(linesOf(text), [], text);
});

test('what is dropped, renamed, tightened or retyped is found, with its line', () => {
  for (const text of [
    '\ndrop table run;',
    '\nalter table run drop column said;',
    '\nalter table run rename to walk;',
    '\nalter table run rename column said to spoken;',
    '\nalter table run alter column turn type bigint;',
    '\nalter table run alter column says set not null;',
    '\nalter table run add constraint positive check (turn > 0);',
    '\nalter table run add unique (flow_id);',
    '\nalter table run add column note text not null;',
  ])
    assert.deepEqual(linesOf(text), [2], text);
});

test('a file that says since when nothing uses it may take away', () => {
  assert.deepEqual(linesOf('-- contract after 0141: nothing reads it.\ndrop table run;'), []);
  assert.deepEqual(linesOf('-- contract after 141:\ndrop table run;'), [2]);
});
