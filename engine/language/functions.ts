// The list of all functions of the language; pickers, docs, templates and formulas read it.
import type { LanguageFunction } from './function.ts';
import { codingFunctions } from './functions/coding.ts';
import { dateFunctions } from './functions/date.ts';
import { listFunctions } from './functions/list.ts';
import { numberFunctions } from './functions/number.ts';
import { partFunctions } from './functions/part.ts';
import { displayFunctions } from './functions/display.ts';
import { textFunctions } from './functions/text.ts';
import { valueFunctions } from './functions/value.ts';

export const functions: readonly LanguageFunction[] = [
  ...textFunctions,
  ...partFunctions,
  ...numberFunctions,
  ...displayFunctions,
  ...dateFunctions,
  ...listFunctions,
  ...valueFunctions,
  ...codingFunctions,
];

const BY_NAME = new Map(functions.map((each) => [each.declaration.name, each]));

export function findFunction(name: string): LanguageFunction | undefined {
  return BY_NAME.get(name);
}

/** The words for a function that does not exist, with the nearest name that does. */
export function unknownFunction(name: string): string {
  const near = functions
    .map((each) => each.declaration.name)
    .find((known) => isNear(known, name.toLowerCase()));
  return `There is no function "${name}"${near ? `; did you mean "${near}"?` : ''}`;
}

function isNear(known: string, typed: string): boolean {
  if (typed.length < 2) return false;
  return (
    known === typed ||
    known.startsWith(typed) ||
    typed.startsWith(known) ||
    known.replaceAll('_', '') === typed
  );
}

/** The words for a wrong number of arguments, or `undefined` when it is right. */
export function wrongCount(
  { declaration, fewest, most }: LanguageFunction,
  count: number,
): string | undefined {
  if (count >= fewest && count <= most) return undefined;
  const names = Object.entries(declaration.takes).map(([name, { default: left }]) =>
    left === undefined ? name : `${name}?`,
  );
  if (declaration.rest) names.push('…');
  return `${declaration.name} takes ${names.length > 0 ? `(${names.join(', ')})` : 'no values'}, but got ${count}`;
}
