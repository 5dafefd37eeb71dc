// Where in an app, outside of its steps' settings, names of its parts and templates stand; a new place is one line.
import type { AppPart } from '../app.ts';

/** `*` stands for each entry of a list, `**` for each text at any depth. */
export type Pattern = readonly string[];

export const namePlaces: readonly { readonly at: Pattern; readonly names: AppPart }[] = [
  { at: ['auth', 'inputs', '*', 'saveTo'], names: 'fields' },
  { at: ['auth', 'inputs', '*', 'source'], names: 'sources' },
  { at: ['auth', 'grant', 'mappings', '*', 'field'], names: 'fields' },
  { at: ['actions', '*', 'inputs', '*', 'saveTo'], names: 'fields' },
  { at: ['actions', '*', 'inputs', '*', 'source'], names: 'sources' },
  { at: ['actions', '*', 'outputs', '*', 'field'], names: 'fields' },
  { at: ['actions', '*', 'flow'], names: 'flows' },
  { at: ['triggers', '*', 'items', '*', 'field'], names: 'fields' },
  { at: ['oneTimeUrls', '*', 'mappings', '*', 'field'], names: 'fields' },
  { at: ['oneTimeUrls', '*', 'form', 'inputs', '*', 'saveTo'], names: 'fields' },
  { at: ['oneTimeUrls', '*', 'form', 'inputs', '*', 'source'], names: 'sources' },
  { at: ['oneTimeUrls', '*', 'flow'], names: 'flows' },
  { at: ['webhooks', '*', 'mappings', '*', 'field'], names: 'fields' },
  { at: ['webhooks', '*', 'flow'], names: 'flows' },
  { at: ['tests', '*', 'action'], names: 'actions' },
  { at: ['tests', '*', 'flow'], names: 'flows' },
  { at: ['tests', '*', 'fields', '*', 'field'], names: 'fields' },
  { at: ['tests', '*', 'expect', 'fires', '*', 'trigger'], names: 'triggers' },
  { at: ['tests', '*', 'expect', 'fields', '*', 'field'], names: 'fields' },
  { at: ['schedules', '*', 'poll', 'mappings', '*', 'field'], names: 'fields' },
  { at: ['schedules', '*', 'flow'], names: 'flows' },
];

/** These texts may hold `{{places}}`. */
export const templatePlaces: readonly Pattern[] = [
  ['subscribe', '**'],
  ['unsubscribe', '**'],
  ['auth', 'test', '**'],
  ['auth', 'authorize', '**'],
  ['auth', 'grant', 'request', '**'],
  ['auth', 'grant', 'refresh', '**'],
  ['sources', '*', 'request', '**'],
  ['schedules', '*', 'poll', 'request', '**'],
  ['oneTimeUrls', '*', 'page', '**'],
];

type Place = (string | number)[];
type ChangeText = (text: string, path: Place) => string;

/** The document with the texts at a pattern changed; what is not there is passed over, what is not touched is shared. */
export function changeAt(document: unknown, pattern: Pattern, change: ChangeText, path: Place = []): unknown {
  const [key, ...rest] = pattern;
  if (typeof document === 'string')
    return key === undefined || key === '**' ? change(document, path) : document;
  if (typeof document !== 'object' || document === null || key === undefined) return document;
  const below = key === '**' ? pattern : rest;
  if (Array.isArray(document)) {
    return key.startsWith('*')
      ? document.map((entry, index) => changeAt(entry, below, change, [...path, index]))
      : document;
  }
  const changed = Object.entries(document).map(([name, entry]): [string, unknown] =>
    key === name || key === '**' ? [name, changeAt(entry, below, change, [...path, name])] : [name, entry],
  );
  return Object.fromEntries(changed);
}
