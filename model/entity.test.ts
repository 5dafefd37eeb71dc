// Tests of an event's mark: which one it tells of, and which of two is newer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isNewer, markOf, type Entity } from './entity.ts';

const payment: Entity = { name: 'payment', key: 'reference', order: 'version', rule: 'newest-wins' };

test('the key and the order value are read from the items', () => {
  assert.deepEqual(markOf(payment, { reference: 'AP-1', version: 3 }), { key: 'AP-1', order: 3 });
  assert.deepEqual(markOf(payment, { reference: 7, version: '2026-03-01T12:00:00+01:00' }), {
    key: '7',
    order: '2026-03-01T12:00:00+01:00',
  });
  const { order: _order, ...unordered } = payment;
  assert.deepEqual(markOf(unordered, { reference: 'AP-1' }), { key: 'AP-1', order: null });
});

test('what cannot tell which one it is, or which is newer, is told by item', () => {
  const cases: [Parameters<typeof markOf>[1], RegExp][] = [
    [{ version: 1 }, /^The item "reference" tells which payment it is and is null; /],
    [{ reference: '', version: 1 }, /is ""; a number, or a text of 1 to 255 characters, is expected\.$/],
    [{ reference: 'x'.repeat(256), version: 1 }, /"reference"/],
    [{ reference: 'AP-1' }, /^The item "version" tells which event of a payment is newer and is null; /],
    [{ reference: 'AP-1', version: 'soon' }, /is "soon"; a number, or a time/],
    [{ reference: 'AP-1', version: true }, /"version"/],
  ];
  for (const [items, words] of cases) {
    const mark = markOf(payment, items);
    assert.ok('says' in mark, JSON.stringify(items));
    assert.match(mark.says, words);
  }
});

test('times are compared by their instant: zones do not matter, and parts of a second do, to the last digit', () => {
  assert.ok(isNewer('2026-03-01T12:00:01Z', '2026-03-01T13:00:00+01:00'));
  assert.ok(!isNewer('2026-03-01T12:00:00Z', '2026-03-01T13:00:00+01:00'));
  assert.ok(isNewer('2026-03-01T12:00:00.000000002Z', '2026-03-01T12:00:00.000000001Z'));
  assert.ok(!isNewer('2026-03-01T12:00:00.500Z', '2026-03-01T12:00:00.5Z'));
  assert.ok(isNewer('2026-03-01T12:00:00.5Z', '2026-03-01T12:00:00.499Z'));
});

test('of two values of one kind at most one is newer, and neither is when they are equal', () => {
  const time = fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const pair = fc.oneof(
    fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })),
    fc.tuple(time, time),
  );
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const same = typeof a === 'number' ? a === b : Date.parse(a) === Date.parse(String(b));
      assert.equal(Number(isNewer(a, b)) + Number(isNewer(b, a)), same ? 0 : 1);
    }),
  );
});
