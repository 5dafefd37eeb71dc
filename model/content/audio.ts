// Content: a sound to be listened to.
import { z } from 'zod';
import { contentKind, withReplies } from './content-kind.ts';
import { mediaAddressSchema } from './media-address.ts';

export const audioContent = contentKind({
  name: 'audio',
  label: 'Sound',
  schema: z.strictObject({
    is: z.literal('audio'),
    url: mediaAddressSchema,
    caption: z.string().max(1000).optional(),
    ...withReplies,
  }),
  words: ({ url, caption = '' }) => caption || `Sound: ${url}`,
});
