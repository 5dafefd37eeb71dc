// The difference between two definitions of an app: what changed, part by part in words, and what that means for installers.
import { appParts, type App, type AppPart } from '../app.ts';
import { partWords } from '../app-part.ts';
import { jsonObject, type JsonObject } from '../json.ts';
import { linesBetween } from './lines-between.ts';
import { listBetween } from './list-between.ts';
import { meaningOf, type Meaning } from './meanings/meanings.ts';
import { lowerWords } from './words.ts';

/** One thing of the app that is not what it was. */
export interface Difference {
  /** The key of the app it stands under: the section of the builder is found by it. */
  readonly key: string;
  /** Of an entry of a list, its name. */
  readonly name: string | null;
  readonly is: 'added' | 'removed' | 'changed';
  /** One sentence: `The trigger "paid" was changed.` */
  readonly says: string;
  /** What changed inside of it, one sentence each. */
  readonly details: readonly string[];
}

export interface AppDifference {
  readonly changes: readonly Difference[];
  /** What whoever has installed the app will notice; empty where they will notice nothing. */
  readonly meanings: readonly Meaning[];
}

/**
 * Pure. No changes are given exactly where both have the same canonical text.
 *
 * @example differ(versionTwo, draft).changes.map(({ says }) => says) // ['The trigger "refunded" was added.']
 */
export function differ(before: App, after: App): AppDifference {
  const [older, newer] = [jsonObject(before), jsonObject(after)];
  const keys = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  return {
    changes: keys.flatMap((key) =>
      isPart(key) ? partChanges(before, after, key) : settingChange(older, newer, key),
    ),
    meanings: meaningOf(before, after),
  };
}

function isPart(key: string): key is AppPart {
  return appParts.some((part) => part === key);
}

function partChanges(before: App, after: App, part: AppPart): Difference[] {
  const { removed, added, changed, reordered } = listBetween(
    jsonObject({ list: before[part] })['list'],
    jsonObject({ list: after[part] })['list'],
  );
  const word = partWords[part];
  const entry = (name: string, is: Difference['is'], details: readonly string[] = []): Difference => ({
    key: part,
    name,
    is,
    says: `The ${word} "${name}" was ${is}.`,
    details,
  });
  const order: Difference[] = reordered
    ? [{ key: part, name: null, is: 'changed', says: `The order of the ${word}s was changed.`, details: [] }]
    : [];
  return [
    ...removed.map(({ name }) => entry(name, 'removed')),
    ...added.map(({ name }) => entry(name, 'added')),
    ...changed.map(({ name, from, to }) => entry(name, 'changed', linesBetween(from, to))),
    ...order,
  ];
}

function settingChange(older: JsonObject, newer: JsonObject, key: string): Difference[] {
  const details = linesBetween(pick(older, key), pick(newer, key));
  if (details.length === 0) return [];
  const is = older[key] === undefined ? 'added' : newer[key] === undefined ? 'removed' : 'changed';
  return [{ key, name: null, is, says: `The setting "${lowerWords(key)}" was ${is}.`, details }];
}

function pick(app: JsonObject, key: string): JsonObject {
  const value = app[key];
  return value === undefined ? {} : { [key]: value };
}
