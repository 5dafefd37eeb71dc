// Changes a JSON value at a place inside it, and leaves the value itself as it was.
import type { Json } from '@bellwire/model/json.ts';
import type { Path } from '../../language/path.ts';

/** What is to stand there; `gone` takes the entry out of its list or object. */
export const gone = Symbol('gone');

/** A place that is not there changes nothing. */
export function changeAt(json: Json, path: Path, change: (before: Json) => Json | typeof gone): Json {
  const changed = changeLevel(json, path, change);
  return changed === gone ? null : changed;
}

function changeLevel(
  json: Json,
  path: Path,
  change: (before: Json) => Json | typeof gone,
): Json | typeof gone {
  const [key, ...deeper] = path;
  if (key === undefined) return change(json);
  if (Array.isArray(json)) {
    return json.flatMap((entry, index) => {
      if (index !== key) return [entry];
      const changed = changeLevel(entry, deeper, change);
      // In a list of its own, since a value may itself be a list.
      return changed === gone ? [] : [changed];
    });
  }
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, entry]) => {
      if (name !== key) return [[name, entry] as const];
      const changed = changeLevel(entry, deeper, change);
      return changed === gone ? [] : [[name, changed] as const];
    }),
  );
}
