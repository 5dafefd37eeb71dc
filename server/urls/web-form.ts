// The web form of a one-time URL: what it asks, and what a visitor's answers become.
import { coerce, toNumber } from '@bellwire/engine/language/value.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Input } from '@bellwire/model/input.ts';
import { readInputs } from '@bellwire/model/input-values.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { OneTimeUrl } from '@bellwire/model/one-time-url.ts';

export interface FormOption {
  readonly value: string;
  readonly label: string;
}

/** An input with what it may be: a select whose options are not known here is asked as text. */
export interface Asked {
  readonly input: Input;
  readonly options: readonly FormOption[] | null;
}

export function askedBy(
  { inputs }: NonNullable<OneTimeUrl['form']>,
  { sources }: Pick<App, 'sources'>,
): Asked[] {
  return inputs.map((input) => {
    const source = sources.find(({ name }) => name === input.source);
    return { input, options: source?.is === 'static' ? source.options : null };
  });
}

export type FormRead =
  | {
      readonly ok: true;
      /** By input name. */
      readonly answers: JsonObject;
      /** What the inputs save, by app field. */
      readonly saved: JsonObject;
    }
  /** What is wrong, by input name. */
  | { readonly ok: false; readonly faults: ReadonlyMap<string, string> };

/** `given` is all that came, of which the form's own answers are read. In a form everything is text; JSON brings its types. */
export function readForm(
  asked: readonly Asked[],
  given: JsonObject,
  { fields }: Pick<App, 'fields'>,
): FormRead {
  const faults = new Map<string, string>();
  const typed: JsonObject = {};
  for (const { input, options } of asked) {
    const value = typedAnswer(input, given[input.name] ?? null);
    const fault = faultOf(input, options, value);
    if (fault === undefined) typed[input.name] = value;
    else faults.set(input.name, fault);
  }
  const read = readInputs(
    asked.map(({ input }) => input),
    typed,
  );
  // What has its own words has none of these: it was left out above.
  for (const { path, says } of read.ok ? [] : read.complaints) {
    const [name = ''] = path.map(String);
    if (!faults.has(name)) faults.set(name, says);
  }
  if (faults.size > 0 || !read.ok) return { ok: false, faults };
  return savedAnswers(asked, read.values, fields);
}

function typedAnswer({ type }: Input, value: Json): Json {
  if (type === 'checkbox') return value !== null && value !== '' && value !== 'false' && value !== false;
  if (type === 'number' && typeof value === 'string') return toNumber(value) ?? value;
  return value;
}

function faultOf({ type, title }: Input, options: Asked['options'], value: Json): string | undefined {
  if (value === null || value === '') return undefined;
  if (type === 'number' && typeof value !== 'number')
    return `${title} has to be a number, such as 12.5. Write digits only.`;
  if (options !== null && !options.some((option) => option.value === value))
    return `${title} has to be one of those in the list. Choose again.`;
  return undefined;
}

function savedAnswers(asked: readonly Asked[], answers: JsonObject, fields: App['fields']): FormRead {
  const saved: JsonObject = {};
  const faults = new Map<string, string>();
  for (const { input } of asked) {
    if (input.saveTo === undefined) continue;
    const type = fields.find(({ name }) => name === input.saveTo)?.type ?? 'text';
    const coerced = coerce(answers[input.name] ?? null, type);
    if (coerced.ok) saved[input.saveTo] = coerced.value;
    else faults.set(input.name, `${input.title} ${coerced.says}.`);
  }
  return faults.size > 0 ? { ok: false, faults } : { ok: true, answers, saved };
}
