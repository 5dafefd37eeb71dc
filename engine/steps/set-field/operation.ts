// What an operation of the step "Set field" is: what it asks for, and how the new value comes from the old one.
import type { Json } from '@bellwire/model/json.ts';
import { findFunction } from '../../language/functions.ts';
import type { Scope } from '../../language/scope.ts';
import { startTurn } from '../../language/turn.ts';
import { isBlank } from '../../language/value.ts';

/** The settings that an operation can ask for beside the field. */
export type Asked = 'value' | 'formula' | 'find' | 'from' | 'to' | 'unit' | 'pattern' | 'zone';

export interface Given {
  /** What the field holds before; null for nothing. */
  readonly current: Json;
  readonly value: Json;
  readonly formula: string;
  readonly find: string;
  readonly from: number;
  /** Undefined where none is given. */
  readonly to: number | undefined;
  readonly unit: string;
  readonly pattern: string;
  /** IANA name; empty for the zone of the contact. */
  readonly zone: string;
  readonly scope: Scope;
}

export type Result =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly says: string };

export interface Operation {
  /** The machine name, kept for ever: flows hold it. */
  readonly name: string;
  readonly label: string;
  readonly asks: readonly Asked[];
  readonly run: (given: Given) => Result;
  readonly examples: readonly {
    readonly of: Partial<Omit<Given, 'scope'>>;
    readonly gives: Json | { readonly refused: string };
  }[];
}

/** What an operation of another field's value works on: the value, or the field itself where none is given. */
export function subjectOf({ value, current }: Given): Json {
  return isBlank(value) ? current : value;
}

/** The answer of a function of the language: what templates and formulas can do, this step does the same way. */
export function byFunction(name: string, values: readonly Json[], scope: Scope): Result {
  const found = findFunction(name);
  if (found === undefined) throw new TypeError(`There is no function "${name}".`);
  return found.call(values, startTurn(scope));
}
