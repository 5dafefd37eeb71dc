// Content: a picture.
import { z } from 'zod';
import { contentKind, withReplies } from './content-kind.ts';
import { mediaAddressSchema } from './media-address.ts';

export const imageContent = contentKind({
  name: 'image',
  label: 'Picture',
  schema: z.strictObject({
    is: z.literal('image'),
    url: mediaAddressSchema,
    /** What is to be seen, for those who cannot see it. */
    alt: z.string().max(500).optional(),
    caption: z.string().max(1000).optional(),
    ...withReplies,
  }),
  words: ({ url, alt = '', caption = '' }) => caption || alt || `Picture: ${url}`,
});
