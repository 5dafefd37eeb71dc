// Functions of numbers. An answer that is no number (the root of -1) is a refusal, not a value.
import { languageFunction } from '../function.ts';

const VALUE = { is: 'number', about: 'The number' } as const;

const ofOne = (name: string, about: string, run: (value: number) => number, of: number, gives: number) =>
  languageFunction({
    name,
    about,
    takes: { value: VALUE },
    run: ({ value }) => run(value),
    examples: [{ of: [of], gives }],
  });

export const numberFunctions = [
  ofOne('abs', 'The number without its sign.', Math.abs, -2.5, 2.5),
  ofOne('ceil', 'Rounded up to a whole number.', Math.ceil, 2.1, 3),
  ofOne('floor', 'Rounded down to a whole number.', Math.floor, -2.1, -3),
  ofOne('sqrt', 'The square root.', Math.sqrt, 9, 3),
  ofOne('log10', 'The logarithm with base 10.', Math.log10, 1000, 3),
  ofOne('sin', 'The sine of an angle in radians.', Math.sin, 0, 0),
  ofOne('cos', 'The cosine of an angle in radians.', Math.cos, 0, 1),
  ofOne('tan', 'The tangent of an angle in radians.', Math.tan, 0, 0),
  languageFunction({
    name: 'round',
    about: 'Rounded to a number of decimals; halves go away from zero, as in a shop.',
    takes: {
      value: VALUE,
      digits: { is: 'number', about: 'Decimals, 0 to 12; negative for tens', default: 0 },
    },
    run: ({ value, digits }) => round(value, digits),
    examples: [
      { of: [2.5], gives: 3 },
      { of: [-2.5], gives: -3 },
      { of: [1.005, 2], gives: 1.01 },
      { of: [1234, -2], gives: 1200 },
      { of: [1e21, 2], gives: 1e21 },
    ],
  }),
  languageFunction({
    name: 'min',
    about: 'The smallest of the numbers.',
    takes: { value: VALUE },
    rest: { is: 'number', about: 'More numbers' },
    run: ({ value }, _, rest) => rest.reduce<number>((least, each) => Math.min(least, Number(each)), value),
    examples: [{ of: [3, '1', 2], gives: 1 }],
  }),
  languageFunction({
    name: 'max',
    about: 'The largest of the numbers.',
    takes: { value: VALUE },
    rest: { is: 'number', about: 'More numbers' },
    run: ({ value }, _, rest) => rest.reduce<number>((most, each) => Math.max(most, Number(each)), value),
    examples: [{ of: [3, '11', 2], gives: 11 }],
  }),
  languageFunction({
    name: 'pow',
    about: 'The number to a power; the same as ^.',
    takes: { value: VALUE, power: { is: 'number', about: 'The power' } },
    run: ({ value, power }) => value ** power,
    examples: [{ of: [2, 10], gives: 1024 }],
  }),
  languageFunction({
    name: 'root',
    about: 'The root of a number: 3 for the cube root.',
    takes: { value: VALUE, degree: { is: 'number', about: 'Which root', default: 2 } },
    run: ({ value, degree }) => {
      const near = value ** (1 / degree);
      const whole = Math.round(near); // 27 ** (1 / 3) is 3.0000000000000004.
      return whole ** degree === value ? whole : near;
    },
    examples: [
      { of: [27, 3], gives: 3 },
      { of: [16], gives: 4 },
    ],
  }),
  languageFunction({
    name: 'log',
    about: 'The natural logarithm, or that with another base.',
    takes: { value: VALUE, base: { is: 'number', about: 'The base', default: Math.E } },
    run: ({ value, base }) => (base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base)),
    examples: [
      { of: [1], gives: 0 },
      { of: [8, 2], gives: 3 },
    ],
  }),
  languageFunction({
    name: 'random',
    about: 'A random whole number between two numbers, both included.',
    takes: { from: { is: 'number', about: 'The smallest' }, to: { is: 'number', about: 'The largest' } },
    run: ({ from, to }, { random }) =>
      Math.ceil(from) + Math.floor(random() * (Math.floor(to) - Math.ceil(from) + 1)),
    examples: [{ of: [1, 6], gives: 4 }],
  }),
] as const;

/** By decimal text, because 1.005 * 100 is 100.49999999999999. */
function round(value: number, digits: number): number {
  const places = Math.trunc(Math.min(12, Math.max(-12, digits)));
  const text = Math.abs(value).toString();
  if (text.includes('e')) return value;
  const shifted = Math.round(Number(`${text}e${places}`));
  return Math.sign(value) * Number(`${shifted}e${-places}`);
}
