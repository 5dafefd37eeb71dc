// A piece of JavaScript that a flow runs, and what came of it: code and JSON in, JSON out, and nothing else passes.
import { z } from 'zod';
import { jsonSchema } from './name.ts';

/** Wall-clock, in milliseconds. */
export const USUAL_SCRIPT_MS = 1_000;
export const MOST_SCRIPT_MS = 5_000;
export const SCRIPT_MEMORY_BYTES = 32 * 1024 * 1024;
export const MOST_SCRIPT_CHARACTERS = 20_000;
/** Of what goes in and of what comes out, in characters of JSON. */
export const MOST_SCRIPT_JSON = 262_144;
export const MOST_SCRIPT_LOGS = 50;
export const MOST_LOG_CHARACTERS = 500;

/** A schema, since a run keeps it until it is worked off. */
export const scriptSchema = z.strictObject({
  /** The body of a function of `input` and `console`; what it returns is the result. */
  code: z.string().max(MOST_SCRIPT_CHARACTERS),
  input: z.record(z.string(), jsonSchema),
  timeoutMs: z.number().int().min(1).max(MOST_SCRIPT_MS),
  /** What the clock shows, all the time: ISO-8601, UTC. */
  now: z.string(),
  /** Chance comes from here: the same seed gives the same numbers. */
  seed: z.string(),
});

export type Script = Readonly<z.infer<typeof scriptSchema>>;

const told = {
  /** What it wrote to the console, line by line, cut. */
  logs: z.array(z.string()).readonly(),
  ms: z.number(),
};

/** `unreadable`: it is no JavaScript; `size`: too much came out; `gone`: the sandbox broke, which is not the script's fault. */
export const scriptResultSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('computed'), value: jsonSchema, ...told }),
  z.strictObject({
    is: z.literal('broken'),
    fault: z.enum(['threw', 'unreadable', 'time', 'memory', 'size', 'gone']),
    says: z.string(),
    /** Of the code, from 1; null where it is not known. */
    line: z.number().nullable(),
    ...told,
  }),
]);

export type ScriptResult = Readonly<z.infer<typeof scriptResultSchema>>;
