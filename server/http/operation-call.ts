// Joins an operation to its handler: checked input in, an answer that keeps to the declaration out.
import type { z } from 'zod';
import type { CheckedInputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import { operations } from '@bellwire/model/operations/all.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { checkInput } from './check-input.ts';
import type { Context, Handlers } from './handler.ts';

export type OperationCall = (given: JsonObject, context: Context) => Promise<unknown>;

/**
 * What the declared output does not name is left out of the answer, so that a careless `select *` shows
 * nobody a secret.
 */
export function operationCall<Name extends OperationName>(
  name: Name,
  handlers: Handlers<Name>,
): OperationCall {
  const { input, output } = schemas[name];
  const handle = handlers[name];
  return async (given, context) => output.parse(await handle(checkInput(input, given), context));
}

/** The same list, seen so that the compiler can follow one name through it. */
const schemas: {
  readonly [Name in OperationName]: {
    readonly input: z.ZodType<CheckedInputOf<Name>>;
    readonly output: z.ZodType<OutputOf<Name>>;
  };
} = operations;
