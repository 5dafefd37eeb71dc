// What a difference means for whoever has installed the app; a kind of meaning is one file here and one line in its list.
import type { App, AppInput } from '../../app.ts';

/**
 * `breaks`: something that bots use now stops or must be mended. `asks`: the install stays behind until its owner agrees.
 * `brings`: there is something new to use.
 */
export const meaningKinds = ['breaks', 'asks', 'brings'] as const;

export interface Meaning {
  readonly is: (typeof meaningKinds)[number];
  readonly says: string;
}

interface MeaningExample {
  /** A sentence about what it shows; it becomes the test's name. */
  readonly says: string;
  readonly before: Partial<AppInput>;
  readonly after: Partial<AppInput>;
  /** Each as `is: words`. */
  readonly means: readonly string[];
}

export interface MeaningRule {
  readonly about: string;
  of(before: App, after: App): Meaning[];
  readonly examples: readonly MeaningExample[];
}

/** What is in the one list and not in the other, by name. */
export function without<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
  others: readonly { readonly name: string }[],
): Entry[] {
  return entries.filter(({ name }) => !others.some((other) => other.name === name));
}

/** The entries that are in both lists, each with what it was. */
export function inBoth<Entry extends { readonly name: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): { readonly from: Entry; readonly to: Entry }[] {
  return after.flatMap((to) => {
    const from = before.find(({ name }) => name === to.name);
    return from === undefined ? [] : [{ from, to }];
  });
}
