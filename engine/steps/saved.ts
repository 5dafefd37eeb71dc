// Reads settings as they were saved, half done or not, for what a card shows: its summary and its exits.
import { isJsonObject, ownValue, type JsonObject } from '@bellwire/model/json.ts';

export function savedText(saved: JsonObject, name: string): string {
  const value = ownValue(saved, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function savedEntries(saved: JsonObject, name: string): readonly JsonObject[] {
  const value = ownValue(saved, name);
  return Array.isArray(value) ? value.map((entry) => (isJsonObject(entry) ? entry : {})) : [];
}

/** @example counted(2, 'button') // '2 buttons' */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** On one line, cut to what a card has room for. */
export function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}

const MOST_SHOWN = 60;
