// The typed client of the API: one function for each operation of the model's list, named like it.
import type { z } from 'zod';
import type { InputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import { operationNames, operationOf, operations } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readAnswer } from './read-answer.ts';
import { writeRequest } from './write-request.ts';
import { createSender, type SenderOptions } from './sender.ts';

/** What calls throw. */
export { ProblemError };

/** Where all of the input may be left out, so may the input itself. */
type GivenTo<Name extends OperationName> =
  IsOptional<InputOf<Name>> extends true ? [input?: InputOf<Name>] : [input: InputOf<Name>];

/** `nothing` has no names at all; its type has every name, and never a value. */
type IsOptional<Input> = string extends keyof Input ? true : Partial<Input> extends Input ? true : false;

type ClientCall<Name extends OperationName> = (...given: GivenTo<Name>) => Promise<OutputOf<Name>>;

export type Client = { readonly [Name in OperationName]: ClientCall<Name> };

/**
 * Each call gives what its operation declares, or throws a `ProblemError`: with the code, the words and the complaints of
 * the server's answer, or `outside-failed` where no answer came that can be read.
 *
 * Signing up or in keeps the session for the calls that follow; a client with a key has no need to.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://localhost:3000', key: 'bw_key_…' });
 * const { rows } = await client.listBots();
 * const bot = await client.getBot({ botId: rows[0].id });
 */
export function createClient(options: SenderOptions): Client {
  const call = createCaller(options);
  const calls = Object.fromEntries(operationNames.map((name) => [name, callOf(name, call)]));
  if (!isClient(calls)) throw new TypeError('An operation of the list has no call.');
  return calls;
}

/** The same for those who get the operation's name as a value: `call('getBot', { botId })`. */
export type Caller = <Name extends OperationName>(
  name: Name,
  input?: InputOf<Name>,
) => Promise<OutputOf<Name>>;

export function createCaller(options: SenderOptions): Caller {
  const send = createSender(options);
  return async (name, input) =>
    readAnswer(await send(writeRequest(operationOf(name), input ?? {})), outputs[name].output);
}

function callOf<Name extends OperationName>(name: Name, call: Caller): ClientCall<Name> {
  return async (...[input]) => call(name, input);
}

/** The border: the calls are made name by name, and the compiler cannot see from a loop that they are all there. */
function isClient(calls: object): calls is Client {
  return operationNames.every((name) => Object.hasOwn(calls, name));
}

/** The same list, seen so that the compiler can follow one name through it. */
const outputs: { readonly [Name in OperationName]: { readonly output: z.ZodType<OutputOf<Name>> } } =
  operations;
