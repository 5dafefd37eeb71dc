// What an install would be connected with, where a flow is only tested: a mark for each value, shown as dots.
import { secretMark } from '@bellwire/engine/secret-mark.ts';
import type { App } from '@bellwire/model/app.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { appPlaces } from '../settings-form/app-surroundings.ts';

const ROOT = 'auth.';

export function sampleAuth(app: App, typed: JsonObject = {}): JsonObject {
  const paths = appPlaces(app).flatMap(({ places }) => places.map(({ path }) => path));
  const names = paths.flatMap((path) => (path.startsWith(ROOT) ? [path.slice(ROOT.length)] : []));
  // The seal opens nothing: no secret is ever near.
  return Object.fromEntries(names.map((name) => [name, typed[name] ?? secretMark(name, '0')]));
}
