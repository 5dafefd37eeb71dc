// What an operator of conditions is: declared once, and from it the picker, the checks, the docs and the tests.
import type { Json } from '@bellwire/model/json.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import type { Scope } from './scope.ts';

/** The types an operator can be offered for: those of fields, and a contact's tags. */
export type OperandType = ValueType | 'tags';

/** What stands beside the operator; it says which control is drawn and how the value is read. */
export type Asks = 'nothing' | 'text' | 'number' | 'date' | 'datetime' | 'time' | 'list' | 'pair';

export type OperatorExample = {
  readonly left: Json;
  readonly right?: Json;
  readonly holds: boolean;
};

export type Operator = {
  /** The machine name, kept for ever: conditions hold it. */
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly types: readonly OperandType[];
  /** As what the field's value is read before `holds`; `raw` leaves it as it is. */
  readonly reads: ValueType | 'raw';
  readonly asks: Asks;
  /** Pure. `left` is null where the field has no value; `right` is read as `asks` says and never null unless `nothing`. */
  readonly holds: (left: Json, right: Json, scope: Scope) => boolean;
  /** Run at 2026-03-01T12:00:00Z in Berlin. */
  readonly examples: readonly OperatorExample[];
};
