// The shapes that recur in every definition: names, labels, ids, and any JSON value.
import { z } from 'zod';
import type { Json } from './json.ts';

/** A machine name: what templates, the API and other parts of the definition call a thing by. */
export const nameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]{0,59}$/,
    'A name starts with a small letter and has small letters, digits, "_" or "-", at most 60 of them.',
  );

export const labelSchema = z
  .string()
  .trim()
  .min(1, 'A label is expected here.')
  .max(120, 'A label has at most 120 characters.');

/** The id of a step inside its flow: short, given by the editor, kept when the step is moved or renamed. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, 'An id has letters, digits, "_" or "-", at most 40 of them.');

export const jsonSchema: z.ZodType<Json> = z.json();

/** Turns a label into a name that is free: `Payment status` → `payment_status`, then `payment_status_2`. */
export function nameFrom(label: string, taken: readonly string[] = []): string {
  const base =
    label
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 50) || 'item';
  let name = base;
  for (let count = 2; taken.includes(name); count++) name = `${base}_${count}`;
  return name;
}

/** A text for people, of some paragraphs at most. */
export const aboutSchema = z.string().max(4000);
