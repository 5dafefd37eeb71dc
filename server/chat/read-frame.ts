// Reads what a page has sent; whatever is wrong with it comes back in words.
import { clientFrameSchema, messageKeySchema } from '@bellwire/model/chat.ts';
import type { ClientFrame } from '@bellwire/model/chat.ts';
import { isJsonObject, parseJson } from '@bellwire/model/json.ts';

export type ReadFrame =
  | { readonly is: 'frame'; readonly frame: ClientFrame }
  /** `key`: of the message that it was to be, where that much can be read. */
  | { readonly is: 'refused'; readonly says: string; readonly key?: string };

export function readFrame(text: string): ReadFrame {
  const parsed = parseJson(text);
  if (!parsed.ok) return { is: 'refused', says: `The frame ${parsed.says}.` };
  const { success, data, error } = clientFrameSchema.safeParse(parsed.value);
  if (success) return { is: 'frame', frame: data };
  const issue = error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  const key = messageKeySchema.safeParse(isJsonObject(parsed.value) ? parsed.value['key'] : undefined);
  return { is: 'refused', says: place + (issue?.message ?? ''), ...(key.success && { key: key.data }) };
}
