// An uploaded picture, sound, film or file.
import { z } from 'zod';
import { mediaKinds } from './content/media-kinds.ts';
import type { Content } from './message.ts';

export const mediaSchema = z.strictObject({
  /** What it can be shown as, by its bytes. */
  kind: z.enum(mediaKinds),
  /** Where it is served: a path of this server, for messages of its bots. Whoever knows it may read it. */
  url: z.string(),
  name: z.string(),
  /** In bytes. */
  size: z.int(),
});

export type Media = z.infer<typeof mediaSchema>;

export const MOST_MEDIA_MIB = 10;
export const MOST_MEDIA_BYTES = MOST_MEDIA_MIB * 1024 * 1024;

/** It as the content of a message. */
export function mediaContent({ kind, url, name, size }: Media): Content {
  return kind === 'file' ? { is: kind, url, name, size } : { is: kind, url, caption: name };
}
