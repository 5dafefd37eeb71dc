// Adds what was imported to a draft: what is there stays as it is, and what comes is renamed where a name is taken.
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { appParts, appSchema, type App } from '@bellwire/model/app.ts';
import { partNames, withPart, type NamedPart } from '@bellwire/model/app-part.ts';
import { applyToApp } from '@bellwire/model/changes/apply.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { readBy } from '@bellwire/model/reading.ts';
import type { Imported, Importing } from './import-kind.ts';

export function mergeApp(draft: App, imported: Imported): Importing {
  const renamed = renameTaken(draft, imported.app);
  const { auth, notes } = mergeAuth(draft, renamed);
  const merged = appParts.reduce((app, part) => {
    const known = partNames(app, part);
    const entries: readonly NamedPart[] = renamed[part];
    // Only a field can still have a name that is there: one of the same type, which both share.
    return withPart(app, part, [...app[part], ...entries.filter(({ name }) => !known.includes(name))]);
  }, draft);
  const hosts = [...new Set([...draft.hosts, ...renamed.hosts])];
  // Read again: two lists that are within their limits may be beyond them together.
  const app = readBy(appSchema, { ...merged, auth, hosts });
  if (!app.ok) return app;
  return { ...imported, ok: true, app: app.value, notes: [...notes, ...imported.notes] };
}

function renameTaken(draft: App, imported: App): App {
  return appParts.reduce((app, part) => {
    const taken = partNames(draft, part);
    return partNames(app, part).reduce((renamed, name) => {
      if (!taken.includes(name) || isShared(draft, imported, part, name)) return renamed;
      const to = nameFrom(name, [...taken, ...partNames(renamed, part)]);
      const made = applyToApp(renamed, { is: 'rename-part', part, from: name, to }, checkTools.stepTypes);
      return made.ok ? made.value : renamed;
    }, app);
  }, imported);
}

function isShared(draft: App, imported: App, part: string, name: string): boolean {
  if (part !== 'fields') return false;
  const typeIn = (app: App) => app.fields.find((field) => field.name === name)?.type;
  return typeIn(draft) === typeIn(imported);
}

function mergeAuth(draft: App, { auth }: App): { auth: App['auth']; notes: string[] } {
  if (auth.is === 'none') return { auth: draft.auth, notes: [] };
  if (draft.auth.is === 'none') return { auth, notes: [] };
  if (draft.auth.is !== 'inputs' || auth.is !== 'inputs') {
    const says =
      'The auth of this mini-app was left as it is: look at what the new requests send to sign in.';
    return { auth: draft.auth, notes: [says] };
  }
  const known = new Set(draft.auth.inputs.map(({ name }) => name));
  const inputs = [...draft.auth.inputs, ...auth.inputs.filter(({ name }) => !known.has(name))];
  return { auth: { ...draft.auth, inputs }, notes: [] };
}
