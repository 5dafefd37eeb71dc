// An operation of the API: method, path, who may, what goes in and comes out. Routes, OpenAPI, the client and the rights test come from it.
import { z } from 'zod';
import type { ProblemCode } from './problem.ts';
import type { KeyScope } from './scope.ts';

/** From least to most: each may what those before it may. */
export const roles = ['viewer', 'agent', 'builder', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/**
 * `anyone`: no sign-in. `person`: signed in, whatever the workspace. A role: a member of the workspace with at least that role.
 * `key`: only with a key, of the workspace or of an install. `install`: only with the key of an install, which then says the
 * workspace and the app.
 */
export type Who = 'anyone' | 'person' | 'key' | 'install' | Role;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Shape = z.ZodObject;

export interface Operation<Input extends Shape = Shape, Output extends z.ZodType = z.ZodType> {
  readonly method: Method;
  /** Places in braces are taken from the input of that name: `/api/bots/{botId}`. */
  readonly path: `/${string}`;
  /** The noun it belongs to, for grouping in the docs. */
  readonly group: string;
  readonly about: string;
  readonly who: Who;
  /** The scope a key needs; without one, no key may do it. */
  readonly scope?: KeyScope;
  /** What is not in the path goes into the query for GET and DELETE, else into the JSON body. */
  readonly input: Input;
  readonly output: Output;
  /** The longest body; 1 MiB where nothing is said. */
  readonly maxBodyBytes?: number;
  /** Success status; 200 where nothing is said. */
  readonly status?: 201 | 202 | 204;
  /** The problems a caller should expect beyond sign-in, rights, and bad input. */
  readonly problems?: readonly ProblemCode[];
}

export function operation<const Input extends Shape, const Output extends z.ZodType>(
  declared: Operation<Input, Output>,
): Operation<Input, Output> {
  return declared;
}

export const defaultBodyBytes = 1024 * 1024;

export function takesBody(method: Method): boolean {
  return method !== 'GET' && method !== 'DELETE';
}

/** The names in braces of a path, in order. */
export function pathPlaces(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

/** What a list operation takes and gives: a page, and where the next one begins. */
export const pageInput = {
  /** From 1 to 100 rows. */
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
};

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

export const nothing = z.object({});
