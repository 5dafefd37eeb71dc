// What went wrong with a script, in words, with the line of its code.
import { isJsonObject, ownValue, type Json } from '@bellwire/model/json.ts';
import { MOST_SCRIPT_JSON, type Script, type ScriptResult } from '@bellwire/model/script.ts';

export type Fault = Pick<Extract<ScriptResult, { is: 'broken' }>, 'fault' | 'says' | 'line'>;

/** Of an error as the script's harness told it, or as the machine threw it: a stack that overflows there may trap, and throws here. */
export function sayFault(error: unknown): Fault {
  if (error instanceof Error) return fromParts(error.name, error.message, error.stack ?? '');
  const told = isJsonObject(error) ? error : {};
  if (ownValue(told, 'name') === undefined)
    return { fault: 'threw', says: `It threw ${cut(textIn(told, 'thrown'))}`, line: null };
  return fromParts(textIn(told, 'name'), textIn(told, 'message'), textIn(told, 'stack'));
}

function fromParts(name: string, message: string, stack: string): Fault {
  const line = lineIn(stack);
  if (message.includes('out of memory'))
    return { fault: 'memory', says: 'It took more memory than it may. Work on less at a time', line };
  if (message.includes('call stack') || message.includes('stack overflow'))
    return { fault: 'threw', says: 'It called itself too deep', line };
  const says = `${cut(name)}: ${cut(message)}`;
  return { fault: name === 'SyntaxError' ? 'unreadable' : 'threw', says, line };
}

export function lateFault({ timeoutMs }: Pick<Script, 'timeoutMs'>): Fault {
  return {
    fault: 'time',
    says: `It was stopped after ${timeoutMs / 1000} s. Look for a loop that does not end, or give it more time`,
    line: null,
  };
}

export function tooLarge(size: number): Fault {
  return {
    fault: 'size',
    says: `The result has ${size} characters as JSON; at most ${MOST_SCRIPT_JSON} come out. Return less`,
    line: null,
  };
}

export function goneFault(error: unknown): Fault {
  const why = error instanceof Error ? error.message : String(error);
  return { fault: 'gone', says: `The sandbox broke: ${cut(why)}. Try again`, line: null };
}

/** The first line of the code is the second of what was run. */
function lineIn(stack: string): number | null {
  const found = /script\.js:(\d+)/.exec(stack);
  const line = Number(found?.[1]) - 1;
  return line >= 1 ? line : null;
}

const MOST_CHARACTERS = 300;

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function textIn(told: Json, name: string): string {
  const value = ownValue(told, name);
  return typeof value === 'string' ? value : '';
}
