// What a contact can press in a message, wherever in it the buttons are.
import { isJsonObject } from '@bellwire/model/json.ts';

export interface Reply {
  readonly label: string;
  readonly payload: string;
}

/** Found by their shape, so that a new kind of message has its buttons here by itself. */
export function repliesIn(content: unknown): Reply[] {
  if (Array.isArray(content)) return content.flatMap(repliesIn);
  if (!isJsonObject(content)) return [];
  const { label, payload } = content;
  if (typeof label === 'string' && typeof payload === 'string') return [{ label, payload }];
  return Object.values(content).flatMap(repliesIn);
}
