// Finds the named part that a change is about, or says why it cannot be found.
import type { App, AppPart } from '../app.ts';
import { partNames, partWords } from '../app-part.ts';
import { orNearest } from '../nearest.ts';
import type { Complaint } from '../problem.ts';
import { refuse } from './change-kind.ts';

type Found =
  | { readonly ok: true; readonly index: number }
  | { readonly ok: false; readonly complaint: Complaint };

/** `key`: which key of the change names the part. */
export function findPart(app: App, part: AppPart, name: string, key: string): Found {
  const names = partNames(app, part);
  const index = names.indexOf(name);
  const word = partWords[part];
  if (index === -1)
    return refuse([key], `There is no ${word} "${name}". ${orNearest(name, names, `${word}s`)}`);
  if (names.lastIndexOf(name) === index) return { ok: true, index };
  return refuse(
    [key],
    `Two ${word}s have the name "${name}". Give one of them another name in the text of the app.`,
  );
}
