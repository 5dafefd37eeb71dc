// The primary keys of a record: what a poll knows it by.
import { createHash } from 'node:crypto';
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { Json } from '@bellwire/model/json.ts';
import { storableText } from '../lanes/storable-answer.ts';

const LONGEST = 200;

/** One for each path that has ever been the key's, with the path in front of it; the present one last. Empty where the present one finds nothing. */
export function keysOf(record: Json, paths: readonly string[]): readonly string[] {
  const keys = paths.map((path) => keyAt(record, path));
  return keys.at(-1) === undefined ? [] : keys.filter((key) => key !== undefined);
}

function keyAt(record: Json, path: string): string | undefined {
  const value = pickByPath(path, record) ?? null;
  if (value === null || value === '') return undefined;
  const text = `${path} ${storableText(typeof value === 'object' ? JSON.stringify(value) : asText(value))}`;
  return text.length <= LONGEST ? text : `sha256 ${createHash('sha256').update(text).digest('hex')}`;
}
