// Tells in sentences what differs inside of two values of one kind, whatever the kind.
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { listBetween, sameJson } from './list-between.ts';
import { lowerWords, singular, valueWords } from './words.ts';

/**
 * One sentence for each place that differs; none where nothing does.
 *
 * @example linesBetween({ label: 'Paid' }, { label: 'Payment received' }) // ['label: "Paid" is now "Payment received".']
 */
export function linesBetween(before: Json, after: Json, place: readonly string[] = []): string[] {
  if (sameJson(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) return inObject(before, after, place);
  if (Array.isArray(before) && Array.isArray(after)) return inList(before, after, place);
  return [say(place, `${valueWords(before)} is now ${valueWords(after)}`)];
}

function inObject(before: JsonObject, after: JsonObject, place: readonly string[]): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const [from, to] = [before[key], after[key]];
    // Where a card stands on the canvas changes nothing that runs.
    if (key === 'at' && !sameJson(from, to)) return [say(place, 'moved on the canvas')];
    const inside = [...place, lowerWords(key)];
    if (from === undefined && to !== undefined) return [say(inside, `is now ${valueWords(to)}`)];
    if (from !== undefined && to === undefined) return [say(inside, `was taken away (${valueWords(from)})`)];
    return from === undefined || to === undefined ? [] : linesBetween(from, to, inside);
  });
}

function inList(before: readonly Json[], after: readonly Json[], place: readonly string[]): string[] {
  const { removed, added, changed, reordered } = listBetween([...before], [...after]);
  const above = place.slice(0, -1);
  const key = place.at(-1) ?? 'list';
  const entry = (name: string): string[] => [...above, `${singular(key)} "${name}"`];
  return [
    ...removed.map(({ name }) => say(entry(name), 'was removed')),
    ...added.map(({ name }) => say(entry(name), 'was added')),
    ...changed.flatMap(({ name, from, to }) => linesBetween(from, to, entry(name))),
    ...(reordered ? [say(place, 'stand in another order')] : []),
  ];
}

function say(place: readonly string[], what: string): string {
  return `${place.length === 0 ? 'It' : place.join(', ')}: ${what}.`;
}
