// Content: a film to be looked at.
import { z } from 'zod';
import { contentKind, withReplies } from './content-kind.ts';
import { mediaAddressSchema } from './media-address.ts';

export const videoContent = contentKind({
  name: 'video',
  label: 'Film',
  schema: z.strictObject({
    is: z.literal('video'),
    url: mediaAddressSchema,
    caption: z.string().max(1000).optional(),
    ...withReplies,
  }),
  words: ({ url, caption = '' }) => caption || `Film: ${url}`,
});
