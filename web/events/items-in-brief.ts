// The items of an event on one line: for a row of a list.
import { isJsonObject, type Json } from '@bellwire/model/json.ts';

const MOST_ITEMS = 4;

/** @example itemsInBrief({ status: 'paid', amount: 49 }) // 'status: paid · amount: 49' */
export function itemsInBrief(items: Json): string {
  if (!isJsonObject(items)) return shown(items);
  const entries = Object.entries(items);
  const told = entries.slice(0, MOST_ITEMS).map(([name, value]) => `${name}: ${shown(value)}`);
  const more = entries.length - told.length;
  return [...told, ...(more > 0 ? [`${more} more`] : [])].join(' · ');
}

function shown(value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
