// The named parts of an app, found and replaced by name.
import type { App, AppPart } from './app.ts';

/** What an entry of each part is called in a sentence. */
export const partWords: Readonly<Record<AppPart, string>> = {
  fields: 'app field',
  actions: 'action',
  triggers: 'trigger',
  sources: 'source',
  oneTimeUrls: 'one-time URL',
  webhooks: 'webhook',
  schedules: 'schedule',
  flows: 'flow',
  tests: 'test',
};

export interface NamedPart {
  readonly name: string;
}

export function partNames(app: App, part: AppPart): string[] {
  return app[part].map((entry) => entry.name);
}

/**
 * The app with one of its lists replaced. The entries must come from that very list, or from a change that was read by the
 * schema of that part: the compiler cannot hold the two together, as the part's name is only known when this runs.
 */
export function withPart(app: App, part: AppPart, entries: readonly NamedPart[]): App {
  return { ...app, [part]: entries };
}
