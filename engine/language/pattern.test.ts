// What patterns fit, measured against the built-in engine, and that none hangs.
import { equal, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { compilePattern } from './pattern.ts';

const FITTING: [pattern: string, fits: string[], fitsNot: string[]][] = [
  ['', [''], ['a']],
  ['abc', ['abc'], ['ab', 'abcd', 'ABC']],
  ['a|bc|', ['a', 'bc', ''], ['abc', 'b']],
  ['[A-Z]{2}[0-9]+', ['DE1', 'DE123'], ['D1', 'DE', 'de1']],
  ['(ab)*c?', ['', 'ab', 'abc', 'c'], ['a', 'cc']],
  ['a{2,3}', ['aa', 'aaa'], ['a', 'aaaa']],
  ['a{2,}', ['aa', 'aaaaaa'], ['a']],
  ['a{0}b', ['b'], ['ab']],
  ['(a|b{2}){2}', ['aa', 'abb', 'bbbb'], ['ab', 'a']],
  ['[^a-c]', ['d', '👍'], ['a', 'dd']],
  ['.', ['x', '👍'], ['\n', 'xx']],
  ['\\p{L}+', ['àßç'], ['a1']],
  ['\\.\\*\\-$^', ['.*-$^'], ['x*-$^']],
  ['[\\]\\-x]+', [']-x'], ['y']],
];

describe('a pattern', () => {
  for (const [pattern, fits, fitsNot] of FITTING) {
    test(`${pattern} fits ${JSON.stringify(fits)} and not ${JSON.stringify(fitsNot)}`, () => {
      for (const text of fits) equal(tested(pattern, text, 'whole'), true, text);
      for (const text of fitsNot) equal(tested(pattern, text, 'whole'), false, text);
    });
  }

  test('is found anywhere when asked so', () => {
    equal(tested('2+', '112233', 'anywhere'), true);
    equal(tested('2+', '112233', 'whole'), false);
    equal(tested('x', '112233', 'anywhere'), false);
    equal(tested('3', '11223', 'anywhere'), true);
  });

  test('outside the standard, or too large, is refused', () => {
    for (const pattern of [
      '(',
      ')',
      '[',
      '[]',
      '*a',
      'a**',
      '\\d',
      '(?:a)',
      '(?=a)',
      'a{3,2}',
      '[z-a]',
      '\\1',
      '(a{99}){99}',
      '(a?){2000}',
    ]) {
      equal(compilePattern(pattern).ok, false, pattern);
    }
    equal(compilePattern('('.repeat(5_000)).ok, false);
  });
});

describe('patterns', () => {
  test('agree with the built-in engine', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(ab)', '(a*b)', '(|a)');
    const repeat = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}');
    const pattern = fc.array(fc.tuple(atom, repeat), { maxLength: 5 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }),
        (source, text) => {
          equal(tested(source, text, 'whole'), new RegExp(`^(?:${source})$`, 'u').test(text));
          equal(tested(source, text, 'anywhere'), new RegExp(source, 'u').test(text));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('that hang other engines are done at once', () => {
    const text = `${'a'.repeat(20_000)}!`;
    for (const pattern of ['(a+)+', '(a*)*b', '(a|aa)+', '(.*)*(.*)*x', '([a-z]+)*[0-9]']) {
      equal(tested(pattern, text, 'whole'), false, pattern);
    }
  });
});

function tested(source: string, text: string, where: 'whole' | 'anywhere'): boolean {
  const compiled = compilePattern(source);
  ok(compiled.ok, `${source}: ${JSON.stringify(compiled)}`);
  return compiled.pattern.test(text, where);
}
