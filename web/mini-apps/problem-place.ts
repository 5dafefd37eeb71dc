// Where in the builder a complaint is to be mended, and how that place is called.
import { appParts, type App, type AppPart } from '@bellwire/model/app.ts';
import { partWords } from '@bellwire/model/app-part.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { partSections } from './part-sections.ts';

export interface ProblemPlace {
  readonly section: string;
  /** The part to open, if it is about one. */
  readonly part: string | undefined;
  /** @example trigger "Payment paid" */
  readonly says: string;
}

export function problemPlace(app: App, [first, second]: Complaint['path']): ProblemPlace {
  const part = appParts.find((one) => one === first);
  if (part === undefined) {
    return first === 'auth'
      ? { section: 'auth', part: undefined, says: 'Auth' }
      : { section: 'settings', part: undefined, says: 'Settings' };
  }
  const entry = typeof second === 'number' ? app[part][second] : undefined;
  return { section: partSections[part], part: entry?.name, says: sayPart(part, entry?.label) };
}

function sayPart(part: AppPart, label: string | undefined): string {
  const word = partWords[part];
  return label === undefined ? `${word}s` : `${word} "${label}"`;
}
