// The one text form of an app: what a file in git holds, what export writes and import reads, byte for byte the same.
import { z } from 'zod';
import { appSchema, type App } from './app.ts';
import { readJsonText, type Place } from './json-text.ts';
import type { Complaint } from './problem.ts';
import { readBy } from './reading.ts';

/** Two spaces, keys in the order of the schema, defaults written out, what is absent left out, a line break at the end. */
export function canonicalText(app: App): string {
  return `${JSON.stringify(ordered(app, appSchema), null, 2)}\n`;
}

export type PlacedComplaint = Complaint & Place;

export type AppParsed =
  | { readonly ok: true; readonly app: App }
  | { readonly ok: false; readonly complaints: readonly PlacedComplaint[] };

/** Reads an app from its text form, canonical or not; each complaint has its path in the app and its place in the text. */
export function parseApp(text: string): AppParsed {
  const json = readJsonText(text);
  if (!json.ok) return { ok: false, complaints: [{ path: [], says: json.says, ...json.place }] };
  const app = readBy(appSchema, json.value);
  if (app.ok) return { ok: true, app: app.value };
  return { ok: false, complaints: placed(app.complaints.slice(0, MOST_COMPLAINTS), json.placeOf) };
}

/** More than anybody reads at once; the rest is told when these are mended. */
const MOST_COMPLAINTS = 200;

/** Gives complaints about an app their places in a text of it, as for the findings of `checkApp` on a file. */
export function placeComplaints(text: string, complaints: readonly Complaint[]): PlacedComplaint[] {
  const json = readJsonText(text);
  return placed(complaints, json.ok ? json.placeOf : () => json.place);
}

function placed(
  complaints: readonly Complaint[],
  placeOf: (path: Complaint['path']) => Place,
): PlacedComplaint[] {
  return complaints.map((complaint) => ({ ...complaint, ...placeOf(complaint.path) }));
}

/**
 * The keys of free JSON (settings, samples, bodies) are sorted: PostgreSQL's jsonb keeps no order, so any other would be
 * lost between import and export.
 */
function ordered(value: unknown, schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return ordered(value, schema.unwrap());
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((entry) => ordered(entry, schema.element));
  if (typeof value !== 'object' || value === null) return value;
  const entries = new Map<string, unknown>(Object.entries(value));
  if (schema instanceof z.ZodDiscriminatedUnion) return ordered(value, optionOf(schema, value));
  if (!(schema instanceof z.ZodObject)) return sorted(value);
  const shape = Object.entries<z.core.$ZodType>(schema.shape).filter(
    ([key]) => entries.get(key) !== undefined,
  );
  return Object.fromEntries(shape.map(([key, inner]) => [key, ordered(entries.get(key), inner)]));
}

function optionOf(schema: z.ZodDiscriminatedUnion, value: object): z.core.$ZodType {
  const option = schema.options.find((one) => z.safeParse(one, value).success);
  if (option === undefined)
    throw new TypeError('The app is none that the schema knows; read it by appSchema first.');
  return option;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [key, sorted(entry)]);
  // By code unit, not by language: the order must be the same on every machine.
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
