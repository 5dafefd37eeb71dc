// Reads what was filled into a form of inputs: auth inputs, an action's inputs, a visitor's web form.
import { inWords } from './in-words.ts';
import type { Input } from './input.ts';
import type { Json, JsonObject } from './json.ts';
import { orNearest } from './nearest.ts';
import type { Complaint } from './problem.ts';

export type InputsRead =
  | { readonly ok: true; readonly values: JsonObject }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/**
 * The values by name, with defaults filled in; an input that was left empty and need not be filled is null. Exact, like a
 * trigger's contract: a number is not read out of a text. What a select may be, its source says: that is not looked at here.
 * Complaints never repeat a secret.
 *
 * @example readInputs([{ name: 'mode', type: 'string', title: 'Mode', required: true }], { mode: 'live' })
 */
export function readInputs(inputs: readonly Input[], given: JsonObject): InputsRead {
  const values: JsonObject = {};
  const complaints: Complaint[] = unknownNames(inputs, given);
  for (const input of inputs) {
    const value = valueOf(input, given);
    const says = value === null ? missing(input) : refusal(input, value);
    if (says === undefined) values[input.name] = typeof value === 'string' ? cleaned(input, value) : value;
    else complaints.push({ path: [input.name], says });
  }
  return complaints.length > 0 ? { ok: false, complaints } : { ok: true, values };
}

function unknownNames(inputs: readonly Input[], given: JsonObject): Complaint[] {
  const names = inputs.map((input) => input.name);
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: [name],
      says: `There is no input ${inWords(name)} here. ${orNearest(name, names, 'inputs')}`,
    }));
}

/** An empty text is nothing: forms send it for a field that was left empty. */
function valueOf(input: Input, given: JsonObject): Json {
  const value = Object.hasOwn(given, input.name) ? given[input.name] : undefined;
  const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return isEmpty ? (input.default ?? null) : (value ?? null);
}

/** A checkbox that is not ticked says no; it cannot be missing. */
function missing(input: Input): string | undefined {
  return input.required && input.type !== 'checkbox' ? `${input.title} is missing. Fill it in.` : undefined;
}

interface InputType {
  readonly expects: string;
  readonly fits: (value: Json) => boolean;
}

const text: InputType = { expects: 'a text', fits: (value) => typeof value === 'string' };

const types: Readonly<Record<Input['type'], InputType>> = {
  string: text,
  text,
  select: text,
  number: { expects: 'a number such as 12.5, without quotes', fits: (value) => Number.isFinite(value) },
  checkbox: { expects: 'true or false, without quotes', fits: (value) => typeof value === 'boolean' },
};

function refusal(input: Input, value: Json): string | undefined {
  const { expects, fits } = types[input.type];
  if (!fits(value))
    return `${input.title} is ${input.secret === true ? 'something else' : inWords(value)}, but ${expects} is expected.`;
  const most = input.maxLength ?? MOST_CHARACTERS;
  if (typeof value !== 'string' || value.length <= most) return undefined;
  return `${input.title} has ${value.length} characters; at most ${most} are taken.`;
}

const MOST_CHARACTERS = 65_536;

/** A text pasted from a terminal or a mail brings line breaks along; in one line they are never meant. */
function cleaned({ type }: Input, value: string): string {
  return type === 'string' ? value.replace(/\s*[\r\n]+\s*/g, ' ').trim() : value;
}
