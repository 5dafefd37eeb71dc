// A saved value as the text that stands in its input.
import type { Json } from '@bellwire/model/json.ts';

export function shownText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
