// Takes a value out of what came from outside, by JSONPath.
import type { Json } from '@bellwire/model/json.ts';
import { compileJsonPath } from './language/json-path.ts';

/** Undefined where nothing is there, or the path cannot be read: paths are checked when they are saved. */
export function pickByPath(path: string, payload: Json): Json | undefined {
  const compiled = compileJsonPath(path);
  if (!compiled.ok) return undefined;
  const picked = compiled.jsonPath.pick(payload);
  return picked.ok ? picked.value : undefined;
}
